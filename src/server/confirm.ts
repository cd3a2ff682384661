import { keepInLedger } from './reconcile.ts'
import type { Ledger } from './ledger.ts'
import { releaseOfDevice } from './held.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** A laptop that was confirmed, and how many of its changes that had waited were taken in. */
export interface Confirmed {
  device: string
  taken: number
  /** Of those that wait since the restore: what needs a person to look at. */
  held: number
}

/**
 * The lead says that a laptop of a restored backup is still right: it receives again, and what it delivered meanwhile is taken in.
 * @param which an id, or all that wait
 */
export async function confirmLaptops(
  { sql, ledger }: { sql: Sql; ledger: Ledger },
  team: string,
  which: string,
  nowMs: number,
): Promise<Confirmed[]> {
  const waiting = await sql.transaction({ team }, (tx) => waitingOf(tx, team, which))
  const done: Confirmed[] = []
  for (const { id, since } of waiting) {
    await sql.transaction({ team }, (tx) => tx.query('update device set unconfirmed_since = null where team = $1 and id = $2', [team, id]))
    done.push({ device: id, ...(await releaseOfDevice(sql, team, id, since, nowMs)) })
  }
  await keepInLedger(sql, ledger, nowMs)
  return done
}

function waitingOf(tx: Transaction, team: string, which: string): Promise<{ id: string; since: string }[]> {
  return tx.query(
    `select id, unconfirmed_since as since from device
     where team = $1 and unconfirmed_since is not null and ($2 = 'all' or id::text = $2) order by enrolled_at, id`,
    [team, which],
  )
}
