import type { ChangeResult, HeldCode } from '../shared/sync/protocol.ts'
import type { Change } from '../shared/changes/change.ts'
import { append, lockHead, type Entry } from './append.ts'
import { judge, textOf, type Author, type Judged } from './judge.ts'
import type { Device } from './auth.ts'
import type { Role } from '../shared/records/colleague.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { effectiveOf, type Clocks } from './stamps.ts'

/** Acts of these changes of which something is held already: the rest of such an act is held too (SPEC SY8). */
export async function heldActs(tx: Transaction, team: string, judged: readonly Judged[]): Promise<Set<string>> {
  const acts = [...new Set(judged.flatMap((one) => one.act ?? []))]
  const found = await tx.query<{ act: string }>(
    'select distinct act from held where team = $1 and act = any($2::uuid[])', [team, acts])
  return new Set(found.map((one) => one.act))
}

/** Keeps the bad ones aside, whole and with their stamp worked out, for a person or a newer server (SPEC SY2, SY7). */
export async function hold(
  tx: Transaction, device: Device, judged: readonly Judged[], clocks: Clocks, last: string,
): Promise<Extract<ChangeResult, { state: 'held' }>[]> {
  const bad = judged.flatMap((one) => (one.code === null ? [] : [one]))
  if (bad.length === 0) return []
  const lines = bad.map(({ id, act, sequence, code, change, raw }) => ({
    id, act, code, body: textOf(raw), effective: change ? effectiveOf(change.stamp, clocks, last) : null,
    device: change?.device ?? device.id, sequence: change?.sequence ?? sequence, // under the id that wrote it (SPEC SY26)
  }))
  await tx.query(
    `insert into held (team, id, device, sequence, act, code, effective, body, at)
     select $1::uuid, id, device, sequence, act, code, effective, body, $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as w(id uuid, device uuid, sequence bigint, act uuid, code text, effective text, body text)`,
    [device.team, JSON.stringify(lines), new Date(clocks.now).toISOString()],
  )
  return bad.map(({ id, code }) => ({ state: 'held', id, code }))
}

/** A held change, as a person or a newer server looks at it. */
interface Held {
  id: string
  device: string
  act: string | null
  code: HeldCode
  effective: string | null
  body: string
  colleague: string
  role: Role | null
}

/**
 * After an upgrade: takes in what was held only because an older server did not understand it, with the acts it belongs
 * to (SPEC SY18). Answers how many changes were taken in.
 */
export async function releaseUnknown(sql: Sql, team: string, nowMs: number): Promise<number> {
  return sql.transaction({ team }, async (tx) => {
    const acts = await tx.query<{ act: string | null; id: string }>(
      `select act, id from held where team = $1 and code = 'unknownSchema' and settled_at is null`, [team])
    if (acts.length === 0) return 0
    const held = await readHeld(tx, team, acts.map((one) => one.id), acts.flatMap((one) => one.act ?? []))
    return takeBack(tx, team, held, nowMs)
  })
}

/**
 * A person lets a held change in after all, with the others of its act that nobody has closed. It keeps its id, sequence
 * and stamp. Answers how many were taken in: none when one of them is still not right.
 */
export async function releaseHeld(sql: Sql, team: string, id: string, nowMs: number): Promise<number> {
  return sql.transaction({ team }, async (tx) => {
    const [one] = await tx.query<{ act: string | null }>(
      'select act from held where team = $1 and id = $2 and settled_at is null', [team, id])
    if (!one) return 0
    return takeBack(tx, team, await readHeld(tx, team, [id], one.act ? [one.act] : []), nowMs)
  })
}

/** A person closes a held change for good. It stays where it is, with who and why. */
export async function settleHeld(
  sql: Sql, team: string, id: string, by: string, because: string, nowMs: number,
): Promise<boolean> {
  return sql.transaction({ team }, async (tx) => {
    const done = await tx.query(
      `update held set settled_at = $3, settled_by = $4, settled_because = $5
       where team = $1 and id = $2 and settled_at is null returning id`,
      [team, id, new Date(nowMs).toISOString(), by, because],
    )
    return done.length === 1
  })
}

function readHeld(tx: Transaction, team: string, ids: readonly string[], acts: readonly string[]): Promise<Held[]> {
  return tx.query<Held>(
    `select h.id, h.device, h.act, h.code, h.effective, h.body, d.colleague, c.body #>> '{fields,role}' as role
     from held h join device d on d.team = h.team and d.id = h.device
     left join record_row c on c.team = d.team and c.record = 'colleague' and c.id = d.colleague
     where h.team = $1 and h.settled_at is null and (h.id = any($2::uuid[]) or h.act = any($3::uuid[]))
     order by h.device, h.sequence for update of h`,
    [team, ids, acts],
  )
}

/** Judges held changes again and takes in the acts that are now wholly right. */
async function takeBack(tx: Transaction, team: string, held: readonly Held[], nowMs: number): Promise<number> {
  const judged = held.map((one) => ({ one, entry: entryOf(team, one) }))
  const bad = new Set(judged.filter(({ entry }) => !entry).map(({ one }) => one.act ?? one.id))
  const fit = judged.filter(({ one, entry }) => entry && !bad.has(one.act ?? one.id))
  if (fit.length === 0) return 0
  const head = await lockHead(tx, team)
  await tx.query('delete from held where team = $1 and id = any($2::uuid[])', [team, fit.map(({ one }) => one.id)])
  await append(tx, team, head, fit.map(({ entry }) => entry as Entry), nowMs)
  return fit.length
}

/**
 * The change in a held one, if the judge would let it in today; whether its device is revoked no longer matters: it was
 * delivered before, or a person lets it in.
 */
function entryOf(team: string, held: Held): Entry | null {
  const raw = JSON.parse(held.body) as unknown
  const { device, colleague, role } = held
  const author: Author = { team, device, colleague, role: role ?? undefined, revoked: false }
  const judged = judge(raw, author)
  if (judged.code !== null || held.effective === null) return null
  const change: Change = judged.change
  return { change, hash: judged.hash, effective: held.effective }
}
