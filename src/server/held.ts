import type { ChangeResult, HeldCode } from '../shared/sync/protocol.ts'
import { append, lockHead, readHead, type Appended, type Entry, type Head } from './append.ts'
import { judge, judgeAll, textOf, type Author, type Judged } from './judge.ts'
import { withinReach } from './reach.ts'
import { isRefused, writeFor, writeForServer } from './secondLock.ts'
import type { Role } from '../shared/records/colleague.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { effectiveOf, type Clocks } from './stamps.ts'

/** Whether anything of the team was ever held: most have nothing, and then a crowd's changes need not be looked for one by one. */
export async function holdsAny(tx: Transaction, team: string): Promise<boolean> {
  return (await tx.query('select 1 from held where team = $1 limit 1', [team])).length > 0
}

/** Acts of these changes of which something is held already: the rest of such an act is held too (SPEC SY8). */
export async function heldActs(tx: Transaction, team: string, judged: readonly Judged[]): Promise<Set<string>> {
  const acts = [...new Set(judged.flatMap((one) => one.act ?? []))]
  const found = await tx.query<{ act: string }>('select distinct act from held where team = $1 and act = any($2::uuid[])', [team, acts])
  return new Set(found.map((one) => one.act))
}

/** What one laptop brought, good and bad; the bad ones are to be held. @param last its latest effective stamp */
export interface ToHold {
  judged: readonly Judged[]
  clocks: Clocks
  last: string
}

/** Keeps the bad ones aside, whole and with their stamp worked out, for a person or a newer server (SPEC SY2, SY7). */
export async function hold(tx: Transaction, team: string, batches: readonly ToHold[]): Promise<Extract<ChangeResult, { state: 'held' }>[]> {
  const bad = batches.flatMap(({ judged, clocks, last }) => judged.flatMap((one) => (one.code === null ? [] : [{ ...one, clocks, last }])))
  if (bad.length === 0) return []
  const lines = bad.map(({ id, act, sequence, code, change, raw, hash, waitsFor = null, device: by, clocks, last }) => ({
    id,
    act,
    sequence,
    code,
    hash,
    waits_for: waitsFor,
    body: textOf(raw),
    device: by, // under the id that wrote it (SPEC SY26)
    effective: change ? effectiveOf(change.stamp, clocks, last) : null,
    at: new Date(clocks.now).toISOString(),
  }))
  await tx.query(
    `insert into held (team, id, device, sequence, act, code, hash, waits_for, effective, body, at)
     select $1::uuid, id, device, sequence, act, code, hash, waits_for, effective, body, at
     from jsonb_to_recordset($2::jsonb) as w(id uuid, device uuid, sequence bigint, act uuid, code text, hash text, waits_for uuid,
       effective text, body text, at timestamptz)`,
    [team, JSON.stringify(lines)],
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
      `select act, id from held where team = $1 and code = 'unknownSchema' and settled_at is null`,
      [team],
    )
    if (acts.length === 0) return 0
    const held = await readHeld(
      tx,
      team,
      acts.map((one) => one.id),
      acts.flatMap((one) => one.act ?? []),
    )
    return takeBack(tx, team, held, nowMs)
  })
}

/**
 * A lead lets a held change in after all, with the others of its act that nobody has closed: whatever the role and the reach of who
 * wrote it, for that is what the lead decides. It keeps its id, sequence and stamp, and what waited for it follows. Answers how many
 * were taken in: none when one of them is no change that could stand in the log. @param saidBy the lead whose word it is; null at the
 * server itself
 */
export function releaseHeld(sql: Sql, team: string, id: string, nowMs: number, saidBy: string | null = null): Promise<number> {
  return sql.transaction({ team }, (tx) => releaseIn(tx, team, id, nowMs, saidBy))
}

/** The same inside a transaction. */
export async function releaseIn(tx: Transaction, team: string, id: string, nowMs: number, saidBy: string | null): Promise<number> {
  const [one] = await tx.query<{ act: string | null }>('select act from held where team = $1 and id = $2 and settled_at is null', [team, id])
  if (!one) return 0
  const held = await readHeld(tx, team, [id], one.act ? [one.act] : [])
  return takeBack(tx, team, held, nowMs, { saidBy })
}

/**
 * Takes in what waited for the rows that have just come, by the reach of who wrote it, and what waited for that. The caller holds
 * the team's lock. Answers where the team's order stands then. @param waited rows that something held just now waits for: they
 * may have come between its judging and the lock
 */
export async function releaseArrived(
  tx: Transaction,
  team: string,
  { head, accepted }: Appended,
  nowMs: number,
  waited: readonly string[] = [],
): Promise<Head> {
  const rows = [...new Set([...accepted.map((change) => change.row), ...waited])]
  if (rows.length === 0) return head
  const waiting = await tx.query<{ act: string | null; id: string }>(
    `select act, id from held where team = $1 and waits_for = any($2::uuid[]) and code = 'notHereYet' and settled_at is null`,
    [team, rows],
  )
  if (waiting.length === 0) return head
  const held = await readHeld(
    tx,
    team,
    waiting.map((one) => one.id),
    waiting.flatMap((one) => one.act ?? []),
  )
  await takeBack(tx, team, withoutRevoked(held), nowMs)
  return readHead(tx, team)
}

/** What a laptop wrote after it was taken off the team is for a person to let in, with its act, whatever else of that act waited for. */
function withoutRevoked(held: readonly Held[]): Held[] {
  const forPerson = new Set(held.filter((one) => one.code === 'deviceRevoked').map((one) => one.act ?? one.id))
  return held.filter((one) => !forPerson.has(one.act ?? one.id))
}

/**
 * A laptop was found to be right after all: what was held only because nobody could say so is taken in, act by act. Answers how
 * many were, and how many of it still wait for a person. @param since ISO, from when on it was not known
 */
export async function releaseOfDevice(
  sql: Sql,
  team: string,
  device: string,
  since: string,
  nowMs: number,
): Promise<{ taken: number; held: number }> {
  return sql.transaction({ team }, async (tx) => {
    const found = await tx.query<{ id: string; act: string | null }>(
      `select id, act from held where team = $1 and device = $2 and code = 'deviceRevoked' and at >= $3::timestamptz
       and settled_at is null`,
      [team, device, since],
    )
    const held = await readHeld(
      tx,
      team,
      found.map((one) => one.id),
      found.flatMap((one) => one.act ?? []),
    )
    const taken = await takeBack(tx, team, held, nowMs)
    return { taken, held: held.length - taken }
  })
}

/**
 * A person closes a held change for good, with its whole act (SPEC SY8). It stays where it is, with who and why. Answers
 * whether there was anything to close.
 */
export function settleHeld(sql: Sql, team: string, id: string, by: string, because: string, nowMs: number): Promise<boolean> {
  return sql.transaction({ team }, (tx) => settleIn(tx, team, id, by, because, nowMs))
}

/** The same inside a transaction. */
export async function settleIn(tx: Transaction, team: string, id: string, by: string, because: string, nowMs: number): Promise<boolean> {
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

/** Who lets it in: a lead, whatever role and reach its writer has, or the rules as for anything that comes. */
type By = { saidBy: string | null } | 'byRule'

/** Judges held changes again and takes in the acts that are now wholly right, device by device, and what waited for them. */
async function takeBack(tx: Transaction, team: string, held: readonly Held[], nowMs: number, by: By = 'byRule'): Promise<number> {
  const head = await lockHead(tx, team)
  let taken = 0
  for (const device of new Set(held.map((one) => one.device))) {
    const own = held.filter((one) => one.device === device)
    taken += await takeBackOf(tx, { ...(await readHead(tx, team)), durable: head.durable }, team, own, nowMs, by)
  }
  await writeForServer(tx) // whoever let it in goes on writing for themselves
  return taken
}

async function takeBackOf(tx: Transaction, head: Head, team: string, held: readonly Held[], nowMs: number, by: By): Promise<number> {
  const author = authorOfHeld(team, held[0] as Held, by)
  const alone = judgeAll(
    held.map((one) => JSON.parse(one.body) as unknown),
    author,
  )
  const judged = by !== 'byRule' ? alone : (await withinReach(tx, team, [{ author, judged: alone }])).flat()
  await waitOn(tx, team, judged)
  const effective = new Map(held.map((one) => [one.id, one.effective]))
  const fit = judged.flatMap((one) => {
    const stamp = effective.get(one.id)
    return one.code === null && stamp ? [{ change: one.change, hash: one.hash, text: one.text, effective: stamp }] : []
  })
  await tx.query('savepoint taking_back')
  try {
    const taken = await takeOut(tx, team, fit, by, nowMs)
    await writeForServer(tx)
    if (by === 'byRule') await writeFor(tx, author)
    const appended = await append(tx, team, head, taken, nowMs)
    await tx.query('release savepoint taking_back')
    await releaseArrived(tx, team, appended, nowMs)
    return taken.length
  } catch (error) {
    if (!isRefused(error)) throw error
    await tx.query('rollback to savepoint taking_back')
    await keepForLead(tx, team, fit)
    return 0
  }
}

/** The database refused what the code would have let in: it waits for a lead, and the exchange that it came with goes on. */
async function keepForLead(tx: Transaction, team: string, fit: readonly Entry[]): Promise<void> {
  await tx.query(`update held set code = 'outOfReach', waits_for = null where team = $1 and id = any($2::uuid[])`, [
    team,
    fit.map(({ change }) => change.id),
  ])
}

/** Takes them out of what is held. Some may have gone in meanwhile: one that was let in just before had been waited for. */
async function takeOut(tx: Transaction, team: string, fit: readonly Entry[], by: By, nowMs: number): Promise<Entry[]> {
  const ids = fit.map(({ change }) => change.id)
  if (by !== 'byRule') await writeDown(tx, team, ids, by.saidBy, nowMs)
  const gone = await tx.query<{ id: string }>('delete from held where team = $1 and id = any($2::uuid[]) returning id', [team, ids])
  const still = new Set(gone.map((one) => one.id))
  return fit.filter(({ change }) => still.has(change.id))
}

/** A lead's word goes over role and reach, so it stands written down: what was let in, why it had been held, on whose word. */
async function writeDown(tx: Transaction, team: string, ids: readonly string[], saidBy: string | null, nowMs: number): Promise<void> {
  await tx.query(
    `insert into let_in (team, id, code, said_by, at) select team, id, code, $3::uuid, $4::timestamptz from held
     where team = $1 and id = any($2::uuid[])`,
    [team, ids, saidBy, new Date(nowMs).toISOString()],
  )
}

/** What waits for something else now: the next thing that is not here, or the lead. */
async function waitOn(tx: Transaction, team: string, judged: readonly Judged[]): Promise<void> {
  const lines = judged.flatMap((one) =>
    one.code === 'notHereYet' || one.code === 'outOfReach' ? [{ id: one.id, code: one.code, waits_for: one.waitsFor ?? null }] : [],
  )
  if (lines.length === 0) return
  await tx.query(
    `update held h set code = w.code, waits_for = w.waits_for
     from jsonb_to_recordset($2::jsonb) as w(id uuid, code text, waits_for uuid)
     where h.team = $1 and h.id = w.id and h.code in ('notHereYet', 'outOfReach', 'withItsAct')`,
    [team, JSON.stringify(lines)],
  )
}

/** Whether its device is revoked no longer matters: it was delivered before, or a person lets it in. */
function authorOfHeld(team: string, { device, colleague, role }: Writer, by: By): Author {
  return { team, device, colleague, role: by === 'byRule' ? (role ?? undefined) : 'lead', revoked: false }
}

/** Whose laptop a held change came from. */
type Writer = Pick<Held, 'device' | 'colleague' | 'role'>

/** A held change as the judge would see it on a lead's word. */
export function judgeOnWord(team: string, held: Writer & Pick<Held, 'body'>): Judged {
  return judge(JSON.parse(held.body) as unknown, authorOfHeld(team, held, { saidBy: null }))
}
