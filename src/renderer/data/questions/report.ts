import { reportOf, reportsFor, type AskedReport } from '../../../shared/reports/index.ts'
import { tableOf, type ReportTable } from '../../../shared/reports/defineReport.ts'
import { reportReader } from '../reading/reportReader.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A report for the screen of whoever uses this laptop, or for a file that leaves it. null: the parameters are none it takes, or it is for another role. */
export const report = defineQuestion({
  afterLease: false,
  answer: async (context, { name, params, forFile }: AskedReport & { forFile: boolean }): Promise<ReportTable | null> => {
    const asked = reportOf(name).params.safeParse(params)
    if (!asked.success || !reportsFor(context.store.role()).includes(name)) return null
    const places = [context.store.role(), ...(forFile ? ['csv' as const] : [])]
    return tableOf(reportOf(name), reportReader(context.store), asked.data, context.today(), places)
  },
})
