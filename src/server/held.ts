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
    id, act, sequence, code, body: textOf(raw), effective: change ? effectiveOf(change.stamp, clocks, last) : null,
  }))
  await tx.query(
    `insert into held (team, id, device, sequence, act, code, effective, body, at)
     select $1::uuid, id, $3::uuid, sequence, act, code, effective, body, $4::timestamptz
     from jsonb_to_recordset($2::jsonb) as w(id uuid, sequence bigint, act uuid, code text, effective text, body text)`,
    [device.team, JSON.stringify(lines), device.id, new Date(clocks.now).toISOString()],
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
    return takeBack(tx, team, held, nowMs, null)
  })
}

/**
 * A person lets a held change in after all, with the others of its act that nobody has closed. It keeps its id, sequence
 * and stamp. Answers how many were taken in: none when one of them is still not right.
 * @param lead on whose word: what a lead might have written themselves goes in, whoever wrote it. Without one it is only
 *   judged again.
 */
export function releaseHeld(sql: Sql, team: string, id: string, nowMs: number, lead: string | null = null): Promise<number> {
  return sql.transaction({ team }, (tx) => releaseIn(tx, team, id, nowMs, lead))
}

/** The same inside a transaction. */
export async function releaseIn(
  tx: Transaction, team: string, id: string, nowMs: number, lead: string | null,
): Promise<number> {
  const [one] = await tx.query<{ act: string | null }>(
    'select act from held where team = $1 and id = $2 and settled_at is null', [team, id])
  if (!one) return 0
  return takeBack(tx, team, await readHeld(tx, team, [id], one.act ? [one.act] : []), nowMs, lead)
}

/**
 * A person closes a held change for good, with its whole act (SPEC SY8). It stays where it is, with who and why. Answers
 * whether there was anything to close.
 */
export function settleHeld(
  sql: Sql, team: string, id: string, by: string, because: string, nowMs: number,
): Promise<boolean> {
  return sql.transaction({ team }, (tx) => settleIn(tx, team, id, by, because, nowMs))
}

/** The same inside a transaction. */
export async function settleIn(
  tx: Transaction, team: string, id: string, by: string, because: string, nowMs: number,
): Promise<boolean> {
  const done = await tx.query(
    `update held h set settled_at = $3, settled_by = $4, settled_because = $5 from held one
     where one.team = $1 and one.id = $2 and one.settled_at is null
       and h.team = $1 and h.settled_at is null and (h.id = one.id or h.act = one.act) returning h.id`,
    [team, id, new Date(nowMs).toISOString(), by, because],
  )
  return done.length > 0
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

/** Judges held changes again and takes in the acts that are now wholly right, and writes down on whose word. */
async function takeBack(
  tx: Transaction, team: string, held: readonly Held[], nowMs: number, lead: string | null,
): Promise<number> {
  const judged = held.map((one) => ({ one, entry: entryOf(team, one, lead !== null) }))
  const bad = new Set(judged.filter(({ entry }) => !entry).map(({ one }) => one.act ?? one.id))
  const fit = judged.filter(({ one, entry }) => entry && !bad.has(one.act ?? one.id))
  if (fit.length === 0) return 0
  const head = await lockHead(tx, team)
  const ids = fit.map(({ one }) => one.id)
  await tx.query(
    `insert into let_in (team, id, code, said_by, at) select team, id, code, $3::uuid, $4::timestamptz from held
     where team = $1 and id = any($2::uuid[])`, [team, ids, lead, new Date(nowMs).toISOString()])
  await tx.query('delete from held where team = $1 and id = any($2::uuid[])', [team, ids])
  await append(tx, team, head, fit.map(({ entry }) => entry as Entry), nowMs)
  return fit.length
}

/**
 * The change in a held one, if the judge would let it in today; whether its device is revoked no longer matters: it was
 * delivered before, or a person lets it in.
 */
function entryOf(team: string, held: Held, leadsWord: boolean): Entry | null {
  const judged = judgeHeld(team, held, leadsWord)
  if (judged.code !== null || held.effective === null) return null
  const change: Change = judged.change
  return { change, hash: judged.hash, effective: held.effective }
}

/**
 * A held change as the judge sees it today. @param leadsWord it is judged as if a lead had written it: what only the role
 * of its writer stood against goes in, another's name, another team or a wrong shape does not
 */
export function judgeHeld(team: string, held: Pick<Held, 'body' | 'device' | 'colleague' | 'role'>, leadsWord: boolean): Judged {
  const { device, colleague, role } = held
  const author: Author = { team, device, colleague, role: leadsWord ? 'lead' : (role ?? undefined), revoked: false }
  return judge(JSON.parse(held.body) as unknown, author)
}
