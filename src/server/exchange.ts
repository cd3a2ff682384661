import { minClient } from './versions.ts'
import type { Role } from '../shared/records/colleague.ts'
import {
  zeroChain, type ChangeResult, type ExchangeReply, type exchangeRequestSchema, type HeldCode, type ResetReason,
} from '../shared/sync/protocol.ts'
import type { z } from 'zod'
import { append, lockHead, readHead, type Head } from './append.ts'
import { authenticate, type Device } from './auth.ts'
import { authorWithFormer, inAnotherName, lookForCopy, type Seen } from './copies.ts'
import { Refusal } from './errors.ts'
import { hold, heldActs } from './held.ts'
import { holdWholeActs, judgeAll, type Good, type Judged } from './judge.ts'
import { chainAt, readPage, type Page } from './page.ts'
import { epochFor, sightOf, type Sight } from './sight.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { effectiveStamps, type Clocks } from './stamps.ts'

/** A request as it passed the schema; its changes are still as they came. */
export type Request = z.infer<typeof exchangeRequestSchema>

/**
 * My changes for yours: one SQL transaction (SPEC). Throws `Refusal` signedOut or refused. @param nowMs the server's
 * clock
 */
export function exchange(
  sql: Sql, team: string, token: string, request: Request, nowMs: number,
): Promise<ExchangeReply> {
  return sql.transaction({ team }, async (tx) => {
    const device = await authenticate(tx, team, token, nowMs, true)
    if (request.team !== team) throw new Refusal('refused')
    const clocks = { now: nowMs, offset: Math.round(nowMs - request.deviceNow) }
    const seen = await lookForCopy(tx, device, request, nowMs)
    const before = await resetBefore(tx, device, request, seen)
    const taken = await takeIn(tx, device, request, clocks, seen)
    const answer = await tell(tx, device, request, taken.head, before, nowMs)
    await remember(tx, device, request, clocks, taken, answer.sight, seen)
    return { ...answer.reply, haveN: taken.have, lastN: seen.lastN, results: taken.results }
  })
}

/** What became of a batch. */
interface Taken {
  results: ChangeResult[]
  head: Head
  have: number
  lastEffective: string
}

/** Judges and prepares first; the lock, and all that needs it, comes last (SPEC SY9). */
async function takeIn(tx: Transaction, device: Device, request: Request, clocks: Clocks, seen: Seen): Promise<Taken> {
  const { team, have, lastEffective } = device
  if (request.changes.length === 0) return { results: [], head: await readHead(tx, team), have, lastEffective }
  const judged = judgeAll(request.changes, await authorWithFormer(tx, device, request, clocks.now))
  const head = await lockHead(tx, team)
  const known = await resultsOf(tx, team, judged)
  const fresh = holdWholeActs(unseen(judged, known), await heldActs(tx, team, judged))
  const good = fresh.filter((one): one is Good => one.code === null)
  const { stamps, last } = effectiveStamps(good.map((one) => one.change.stamp), clocks, lastEffective)
  const counting = seen.copied ? inAnotherName(stamps) : stamps
  const entries = good.map(({ change, hash }, place) => ({ change, hash, effective: counting[place] as string }))
  const appended = await append(tx, team, head, entries, clocks.now)
  for (const { id, revision, effective } of appended.accepted) {
    known.set(id, { state: 'accepted', id, revision, effective })
  }
  for (const one of await hold(tx, device, fresh, clocks, last)) known.set(one.id, one)
  const results = judged.map((one) => known.get(one.id) as ChangeResult)
  return { results, head: appended.head, have: await haveNow(tx, device), lastEffective: last }
}

/** Answers already given, by id: the same again (SPEC SY3). */
async function resultsOf(tx: Transaction, team: string, judged: readonly Judged[]): Promise<Map<string, ChangeResult>> {
  const ids = judged.map((one) => one.id)
  const found = await tx.query<{ id: string; revision: number; effective: string; code: HeldCode | null }>(
    `select id, revision, effective, null as code from change_log where team = $1 and id = any($2::uuid[])
     union all
     select id, null, null, code from held where team = $1 and id = any($2::uuid[])`,
    [team, ids],
  )
  return new Map(found.map(({ id, revision, effective, code }) => [id, code === null
    ? { state: 'accepted', id, revision, effective }
    : { state: 'held', id, code }]))
}

/** What is new, each id once. */
function unseen(judged: readonly Judged[], known: ReadonlyMap<string, ChangeResult>): Judged[] {
  const once = new Map(judged.filter((one) => !known.has(one.id)).map((one) => [one.id, one]))
  return [...once.values()]
}

/** Highest sequence up to which every change of the device is in the log or held. */
async function haveNow(tx: Transaction, device: Device): Promise<number> {
  const found = await tx.query<{ sequence: number }>(
    `select sequence from change_log where team = $1 and device = $2 and sequence > $3
     union select sequence from held where team = $1 and device = $2 and sequence > $3 order by sequence`,
    [device.team, device.id, device.have],
  )
  let have = device.have
  for (const { sequence } of found) if (sequence === have + 1) have = sequence
  return have
}

type Told = Omit<ExchangeReply, 'haveN' | 'results'>

/** Why the laptop's bookmark no longer holds, judged by the order as it stood before this batch (SPEC SY16). */
async function resetBefore(
  tx: Transaction, device: Device, { bookmark }: Request, seen: Seen,
): Promise<ResetReason | null> {
  if (!bookmark || device.revoked) return null
  if (seen.copied) return 'copied'
  const chain = await chainAt(tx, device.team, bookmark.revision)
  if (chain === undefined) return 'behind'
  return chain === bookmark.chain ? null : 'forked'
}

/** Everything that the laptop is told besides its own results. */
async function tell(
  tx: Transaction, device: Device, request: Request, head: Head, broken: ResetReason | null, nowMs: number,
): Promise<{ reply: Told; sight: Sight | null }> {
  const base = { now: nowMs, minClient, durable: head.durable }
  const role = request.changes.length > 0 ? await roleNow(tx, device) : device.role
  if (device.revoked || !role) return { reply: { ...base, ...nothingFor(device, request) }, sight: null }
  const sight = await sightOf(tx, device.team, device.colleague, role, nowMs)
  const epoch = epochFor(device.epoch, sight)
  const reset = request.bookmark ? resetFor(request.bookmark.epoch, device, epoch, broken) : null
  const page = request.bookmark && !reset
    ? await readPage(tx, { team: device.team, device: device.id, sight, after: request.bookmark.revision, head })
    : nothing
  return { reply: { ...base, epoch, device: 'ok', ...page, ...(reset ? { reset } : {}) }, sight }
}

const nothing: Page = { changes: [], revision: 0, chain: zeroChain, more: false }

/** A revoked device may deliver and is told nothing; its bookmark stays where it is (SPEC SY22). */
function nothingFor(device: Device, { bookmark }: Request): Omit<Told, 'now' | 'minClient' | 'durable'> {
  const stays = bookmark ?? { epoch: device.epoch, revision: 0, chain: zeroChain }
  return { ...stays, changes: [], more: false, device: device.wipe ? 'wipe' : 'revoked' }
}

/** Another epoch under the same stored sight means another history; otherwise the sight is what changed. */
function resetFor(echoed: string, device: Device, epoch: string, broken: ResetReason | null): ResetReason | null {
  if (broken === 'copied') return broken
  if (echoed === epoch) return broken
  return device.sight !== null && echoed === epochFor(device.epoch, device.sight) ? 'sight' : 'epoch'
}

/** The role after this batch: a lead may just have changed their own. */
async function roleNow(tx: Transaction, device: Device): Promise<Role | undefined> {
  if (device.role === undefined) return undefined
  const [found] = await tx.query<{ role: Role | null }>(
    `select body #>> '{fields,role}' as role from record_row where team = $1 and record = 'colleague' and id = $2`,
    [device.team, device.colleague],
  )
  return found?.role ?? undefined
}

/** For the lead's overview of laptops, and for the next exchange. */
async function remember(
  tx: Transaction, device: Device, request: Request, clocks: Clocks, taken: Taken, sight: Sight | null,
  seen: Seen,
): Promise<void> {
  await tx.query(
    `update device set heard_at = $3, have = $4, last_effective = $5, waiting = $6, clock_offset_ms = $7, app_version = $8,
       sight = coalesce($9, sight), marks = $10::jsonb, last_n = $11 where team = $1 and id = $2`,
    [device.team, device.id, new Date(clocks.now).toISOString(), taken.have, taken.lastEffective, request.waiting,
      Math.max(-8e15, Math.min(8e15, clocks.offset)), request.appVersion, sight?.print ?? null,
      seen.marks && JSON.stringify(seen.marks), seen.lastN],
  )
}
