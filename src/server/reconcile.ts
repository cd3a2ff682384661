import { teamsOf } from './codes.ts'
import type { Known, Ledger, LedgerEntry } from './ledger.ts'
import { leadOf, writeAsServer } from './ownWriting.ts'
import type { Sql, Transaction } from './sql/sql.ts'

interface Laptop {
  id: string
  colleague: string
  revoked: boolean
  wipe: boolean
}

/**
 * Brings the ledger and the database together, at each start and whenever a laptop joined or was taken off the team: what the
 * ledger knows to be off the team is off it, however the database or the laptop came back; what the database knows stands in
 * the ledger. Answers how many laptops the database had forgotten to be off the team.
 */
export async function reconcile(sql: Sql, ledger: Ledger, nowMs: number): Promise<number> {
  await ledger.settle(nowMs)
  const known = await ledger.read()
  let revoked = 0
  for (const team of await teamsOf(sql)) {
    revoked += await sql.transaction({ team }, (tx) => revokeKnown(tx, team, known, nowMs))
  }
  await keepInLedger(sql, ledger, nowMs)
  return revoked
}

/**
 * What the database knows of who is trusted stands in the ledger, on the disk, when this has answered: called before
 * anybody is told that a laptop is off the team. It asks the database and not the caller, so that
 * what another process wrote, or this one before it was killed, is made up for.
 */
export async function keepInLedger(sql: Sql, ledger: Ledger, nowMs: number): Promise<void> {
  const known = await ledger.read()
  const entries: LedgerEntry[] = []
  for (const team of await teamsOf(sql)) {
    const laptops = await sql.transaction({ team }, (tx) => laptopsOf(tx, team))
    entries.push(...laptops.flatMap((one) => missing(one, team, known)))
  }
  const epoch = await epochOf(sql)
  if (!known.databases.has(epoch)) entries.push({ what: 'database', epoch })
  if (entries.length > 0) await ledger.add(entries, nowMs)
}

async function epochOf(sql: Sql): Promise<string> {
  const [found] = await sql.transaction({ team: null }, (tx) => tx.query<{ value: string }>(`select value from meta where key = 'epoch'`))
  return found?.value ?? ''
}

function laptopsOf(tx: Transaction, team: string): Promise<Laptop[]> {
  return tx.query<Laptop>(
    `select id, colleague, revoked_at is not null or wipe as revoked, wipe from device
     where team = $1 and kind = 'laptop' order by enrolled_at, id`,
    [team],
  )
}

/** What the ledger does not know of a laptop yet. */
function missing({ id: device, colleague, revoked, wipe }: Laptop, team: string, known: Known): LedgerEntry[] {
  const before = known.laptops.get(device)
  const knownOff = before?.revoked && (before.revoked.wipe || !wipe)
  return [
    ...(before ? [] : [{ what: 'enrolled' as const, team, device, colleague }]),
    ...(revoked && !knownOff ? [{ what: 'revoked' as const, team, device, wipe }] : []),
  ]
}

async function revokeKnown(tx: Transaction, team: string, known: Known, nowMs: number): Promise<number> {
  const off = [...known.laptops].filter(([, one]) => one.team === team && one.revoked)
  const at = new Date(nowMs).toISOString()
  const drafts = []
  for (const [device, { revoked }] of off) {
    const found = await tx.query(
      `update device set revoked_at = coalesce(revoked_at, $3::timestamptz), wipe = wipe or $4, unconfirmed_since = null
       where team = $1 and id = $2 and kind = 'laptop' and (revoked_at is null or (not wipe and $4)) returning id`,
      [team, device, at, revoked?.wipe ?? false],
    )
    if (found.length > 0) drafts.push({ record: 'device', row: device, fields: { revokedAt: at } })
  }
  if (drafts.length > 0) await writeAsServer(tx, team, await leadOf(tx, team), 'revoke', drafts, nowMs)
  return drafts.length
}
