import { appendParts, type Appended, type Head, type Part } from './append.ts'
import { isRefused } from './secondLock.ts'
import type { Transaction } from './sql/sql.ts'

/**
 * Takes changes in one act at a time, and leaves out what the database refuses: for a batch of which it has refused something that
 * the code had let through. Costs two statements an act, so it is the second try. The caller holds the lock.
 */
export async function appendActByAct(tx: Transaction, team: string, head: Head, parts: readonly Part[], nowMs: number): Promise<Appended> {
  let now: Appended = { head, accepted: [] }
  for (const act of parts.flatMap(actsOf)) {
    await tx.query('savepoint act')
    try {
      const done = await appendParts(tx, team, now.head, [act], nowMs)
      now = { head: done.head, accepted: [...now.accepted, ...done.accepted] }
      await tx.query('release savepoint act')
    } catch (error) {
      if (!isRefused(error)) throw error
      await tx.query('rollback to savepoint act')
    }
  }
  return now
}

function actsOf(part: Part): Part[] {
  const acts = new Set(part.entries.map(({ change }) => change.act))
  return [...acts].map((act) => ({ ...part, entries: part.entries.filter(({ change }) => change.act === act) }))
}
