import { reportOf, type AskedReport } from '../../../shared/reports/index.ts'
import { drawn, type ReportTable } from '../../../shared/reports/defineReport.ts'
import { reportLines } from '../reading/reportLines.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A report for the screen of whoever uses this laptop, or for a file that leaves it. null: the parameters are none it takes, or it is for another role. */
export const report = defineQuestion({
  afterLease: false,
  answer: async (context, { forFile, ...asked }: AskedReport & { forFile: boolean }): Promise<ReportTable | null> => {
    const lines = await reportLines(context, asked)
    return lines && drawn(reportOf(asked.name), lines, [context.store.role(), ...(forFile ? ['csv' as const] : [])])
  },
})
