import type { AcceptedChange } from '../shared/changes/change.ts'
import { append, type Entry, type Head } from './append.ts'
import { isRefused } from './secondLock.ts'
import type { Transaction } from './sql/sql.ts'

/**
 * Takes changes in one act at a time, and leaves out what the database refuses: for a batch of which it has refused something that
 * the code had let through. Costs two statements an act, so it is the second try. The caller holds the lock.
 */
export async function appendActByAct(
  tx: Transaction, team: string, head: Head, entries: readonly Entry[], nowMs: number,
): Promise<{ head: Head; accepted: AcceptedChange[] }> {
  let now: { head: Head; accepted: AcceptedChange[] } = { head, accepted: [] }
  for (const act of new Set(entries.map(({ change }) => change.act))) {
    const whole = entries.filter(({ change }) => change.act === act)
    await tx.query('savepoint act')
    try {
      const done = await append(tx, team, now.head, whole, nowMs)
      now = { head: done.head, accepted: [...now.accepted, ...done.accepted] }
      await tx.query('release savepoint act')
    } catch (error) {
      if (!isRefused(error)) throw error
      await tx.query('rollback to savepoint act')
    }
  }
  return now
}
