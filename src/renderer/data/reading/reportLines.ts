import { reportOf, reportsFor, type AskedReport } from '../../../shared/reports/index.ts'
import type { ViewContext } from './context.ts'
import { reportReader } from './reportReader.ts'

/**
 * The lines of a report, reckoned once until anything is written: the screen, its file and a figure that is opened are of the same ones.
 * null: the parameters are none it takes, or it is for another role.
 */
export async function reportLines(context: ViewContext, { name, params }: AskedReport): Promise<readonly never[] | null> {
  const asked = reportOf(name).params.safeParse(params)
  if (!asked.success || !reportsFor(context.store.role()).includes(name)) return null
  const [what, today] = [JSON.stringify(asked.data), context.today()]
  return context.onceUntilTouched(`report ${name} ${what} ${today}`, () => reportOf(name).rows(reportReader(context.store), asked.data, today))
}
