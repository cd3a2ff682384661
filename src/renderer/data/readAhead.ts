import { registersOf } from '../../shared/reports/registers.ts'
import { seesCases } from '../../shared/rules/policies.ts'
import { reportReader } from './reading/reportReader.ts'
import type { Store } from './store.ts'

/**
 * Up to here a store is read ahead: ten thousand people with three years of registers. What is read is kept, a hundred bytes a sign-in, and
 * ten times as many would take room that the door needs.
 */
const mostRows = 120_000

/**
 * Reads what reports count of registers before anybody asks for one: the first report of three years took three seconds of reading, in an
 * old laptop's worker. For whoever reads such reports, and while nobody is at the door. @param quiet settles once nobody was for a while;
 * with false, when there is nothing to be done any more @returns how many sign-ins went through memory
 */
export async function readAhead(store: Store, quiet: () => Promise<boolean>): Promise<number> {
  if (!seesCases(store.role()) || !(await quiet()) || store.db.cleared) return 0
  if ((await store.db.rows.count()) > mostRows) return 0
  const groups = store.memory.list('group').map((one) => one.id)
  const registers = await registersOf(reportReader(store), groups)
  return registers.reduce((sum, one) => sum + one.came.size, 0)
}
