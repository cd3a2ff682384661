import { minClient } from './versions.ts'
import type { Role } from '../shared/records/colleague.ts'
import { zeroChain, type Bookmark, type ExchangeReply, type ResetReason } from '../shared/sync/protocol.ts'
import { must } from '../shared/std/assert.ts'
import { appendActByAct } from './actByAct.ts'
import { appendParts, lockHead, readHead } from './append.ts'
import { authenticateAll, type Device } from './auth.ts'
import { authorWithFormer, lookForCopy, type Seen } from './copies.ts'
import { Refusal } from './errors.ts'
import { judgeAll, type Judged } from './judge.ts'
import { chainsAt, readPage, type Page } from './page.ts'
import { withinReach } from './reach.ts'
import { isRefused, readFor } from './secondLock.ts'
import { epochFor, groupsOfEach, sightFrom, type Sight } from './sight.ts'
import { breathe } from './sql/inOrder.ts'
import { isTwice, type Sql, type Transaction } from './sql/sql.ts'
import { answersInLog, seek, takeIn, type AppendGood, type Ready, type Request, type Taken } from './takeIn.ts'
import { Turns, type Outcome } from './turns.ts'

/** Answers an exchange. Throws `Refusal` signedOut, refused or busy. @param nowMs the server's clock */
export type Exchange = (team: string, token: string, request: Request, nowMs: number) => Promise<ExchangeReply>

/** Who asks for what, and when. */
interface Asked {
  team: string
  token: string
  request: Request
  nowMs: number
}

/** Batches taken in by one transaction: more of them make the first wait for the last. */
const mostBatches = 24
const mostTogether = 5_000
/** While one lot has the lock, the next is judged. */
const lotsAtOnce = 2
/** Pages are read by so many at once: more are no quicker on a small machine, and writers need connections too. */
const readersAtOnce = 3

/**
 * My changes for yours (SPEC). Batches of a team that wait for its order are taken in together, one after the other under
 * one lock; each keeps its own answer. What others wrote is told when no batch waits: what is unsent comes first.
 * @param clock by which waits are measured, milliseconds
 */
export function openExchange(sql: Sql, clock: () => number): Exchange {
  const intakes = new Map<string, Turns<Asked, Delivered>>()
  const intakeOf = (team: string) => {
    const made =
      intakes.get(team) ??
      new Turns<Asked, Delivered>({
        atOnce: lotsAtOnce,
        most: mostBatches,
        mostWeight: mostTogether,
        clock,
        weightOf: ({ request }) => request.changes.length,
        keyOf: ({ token }) => token,
        together: (all) => deliverLot(sql, team, all),
        alone: (one) => deliverAlone(sql, one),
      })
    intakes.set(team, made)
    made.onDone = () => {
      readers.look()
    }
    return made
  }
  const writersWait = () => [...intakes.values()].some((intake) => intake.isCrowded)
  const readers = new Turns<() => Promise<ExchangeReply>, ExchangeReply>({
    atOnce: readersAtOnce,
    most: 1,
    clock,
    stepAside: writersWait,
    together: async (jobs) => Promise.all(jobs.map(async (job) => ({ value: await job() }))),
    alone: (job) => job(),
  })
  return async (team, token, request, nowMs) => {
    const asked = { team, token, request, nowMs }
    if (request.changes.length === 0) return readers.take(() => ask(sql, asked))
    const delivered = await intakeOf(team).take(asked)
    return delivered.reply ?? answer(sql, asked, delivered, writersWait())
  }
}

/** An exchange that brings nothing. */
function ask(sql: Sql, asked: Asked): Promise<ExchangeReply> {
  const { team } = asked
  return sql.transaction({ team }, async (tx) => {
    const [ready] = await makeReady(tx, team, [asked])
    if (!ready || ready instanceof Refusal) throw must(ready, 'answer of the judge')
    const { have, lastEffective } = ready.device
    const taken = await seek(tx, ready, { results: [], head: await readHead(tx, team), have, lastEffective })
    await remember(tx, team, [{ ready, taken }])
    return replyTo(tx, asked, { ready, taken }, false)
  })
}

/** The answer to a batch that was taken in by itself. @param later others' changes are told with the next exchange */
function answer(sql: Sql, asked: Asked, delivered: Delivered, later: boolean): Promise<ExchangeReply> {
  return sql.transaction({ team: asked.team }, (tx) => replyTo(tx, asked, delivered, later))
}

async function replyTo(tx: Transaction, asked: Asked, delivered: Delivered, later: boolean): Promise<ExchangeReply> {
  const [sight] = await sightsOf(tx, asked.team, [delivered])
  return tell(tx, asked, delivered, sight ?? null, later)
}

/** A batch after it. */
interface Delivered {
  ready: Ready
  taken: Taken
  /** What its laptop is told, where others were taken in with it: all of them would read at once. */
  reply?: ExchangeReply
}

/** Several devices' batches in one transaction. Throws what the database threw: then none of them is taken in. */
function deliverAll(sql: Sql, team: string, all: readonly Asked[], appendGood: AppendGood = appendParts): Promise<Outcome<Delivered>[]> {
  return sql.transaction({ team }, async (tx) => {
    const judged = await makeReady(tx, team, all)
    const ready = judged.filter((one): one is Ready => !(one instanceof Refusal))
    const taken = await takeIn(tx, team, ready, lockHead(tx, team), appendGood)
    const delivered = ready.map((one, at): Delivered => ({ ready: one, taken: taken[at] as Taken }))
    await remember(tx, team, delivered)
    const answered = all.length > 1 ? await answerAll(tx, team, delivered) : delivered
    const byRequest = new Map(answered.map((one) => [one.ready.request, one]))
    return all.map(({ request }, at) => {
      const value = byRequest.get(request)
      return value ? { value } : { refused: judged[at] as Refusal }
    })
  })
}

/** What others wrote is told to a crowd with the next exchange: one after the other, when nobody brings anything. */
async function answerAll(tx: Transaction, team: string, all: readonly Delivered[]): Promise<Delivered[]> {
  const sights = await sightsOf(tx, team, all)
  const answered: Delivered[] = []
  for (const [at, one] of all.entries()) {
    const { request, clocks } = one.ready
    answered.push({ ...one, reply: await tell(tx, { team, request, nowMs: clocks.now }, one, sights[at] ?? null, true) })
  }
  return answered
}

/** One batch by itself knows what to do with a refusal of the database; of several it is not known whose it is. */
async function deliverLot(sql: Sql, team: string, all: readonly Asked[]): Promise<Outcome<Delivered>[]> {
  const [only, ...more] = all
  return only && more.length === 0 ? [{ value: await deliverAlone(sql, only) }] : deliverAll(sql, team, all)
}

/**
 * What the database refuses of it, though the code had let it through, is held; the rest goes in (secondLock.ts). What came in
 * between looking for it and the lock is found when it is looked for again.
 */
async function deliverAlone(sql: Sql, asked: Asked): Promise<Delivered> {
  const once = (appendGood: AppendGood) => deliverAll(sql, asked.team, [asked], appendGood)
  const [outcome] = await once(appendParts).catch((error: unknown) => {
    if (isRefused(error)) return once(appendActByAct)
    if (isTwice(error)) return once(appendParts)
    throw error
  })
  if (outcome && 'refused' in outcome) throw outcome.refused
  return must(outcome, 'outcome of a batch').value
}

/**
 * Judges and prepares; the lock, and all that needs it, comes last (SPEC SY9). A no to one of them is no reason to send the others
 * away.
 */
async function makeReady(tx: Transaction, team: string, all: readonly Asked[]): Promise<(Ready | Refusal)[]> {
  const nowMs = Math.max(...all.map((one) => one.nowMs))
  const devices = await authenticateAll(
    tx,
    team,
    all.map((one) => one.token),
    nowMs,
    true,
  )
  const chains = await chainsAt(
    tx,
    team,
    all.flatMap(({ request }) => request.bookmark?.revision ?? []),
  )
  const judged: (Ready | Refusal)[] = []
  for (const { token, ...asked } of all) {
    const device = devices.get(token)
    if (!device) judged.push(new Refusal('signedOut'))
    else judged.push(asked.request.team === team ? await judgeAlone(tx, device, asked, chains) : new Refusal('refused'))
    await breathe() // a batch takes milliseconds to judge: whoever has the lock goes on in between
  }
  const ready = judged.filter((one): one is Ready => !(one instanceof Refusal))
  const reached = await withinReach(tx, team, ready)
  const inLog = await answersInLog(
    tx,
    team,
    ready.flatMap((one) => one.judged.map(({ id }) => id)),
  )
  return judged.map((one) => (one instanceof Refusal ? one : { ...one, inLog, judged: reached[ready.indexOf(one)] as Judged[] }))
}

async function judgeAlone(tx: Transaction, device: Device, { request, nowMs }: Told, chains: ReadonlyMap<number, string>): Promise<Ready> {
  const clocks = { now: nowMs, offset: Math.round(nowMs - request.deviceNow) }
  const seen = await lookForCopy(tx, device, request, nowMs)
  const author = await authorWithFormer(tx, device, request, nowMs)
  return {
    device,
    author,
    request,
    clocks,
    seen,
    before: resetBefore(device, request, seen, chains),
    inLog: [],
    judged: judgeAll(request.changes, author),
  }
}

/** Why the laptop's bookmark no longer holds, judged by the order as it stood before this batch (SPEC SY16). */
function resetBefore(device: Device, { bookmark }: Request, seen: Seen, chains: ReadonlyMap<number, string>): ResetReason | null {
  if (!bookmark || device.revoked) return null
  if (seen.copied) return 'copied'
  const chain = chains.get(bookmark.revision)
  if (chain === undefined) return 'behind'
  return chain === bookmark.chain ? null : 'forked'
}

/** Who is told, and when. */
type Told = Omit<Asked, 'token'>

/** What each may see, by the role it has after this batch: a lead may just have changed it. Null for those who are told nothing. */
async function sightsOf(tx: Transaction, team: string, all: readonly Delivered[]): Promise<(Sight | null)[]> {
  const roles = await rolesNow(tx, team, all)
  const of = ({ ready: { device } }: Delivered) => (device.revoked ? undefined : roles.get(device))
  const narrow = all.filter((one) => of(one) === 'facilitator').map((one) => one.ready.device.colleague)
  const groups = await groupsOfEach(tx, team, narrow)
  return all.map((one) => {
    const role = of(one)
    return role ? sightFrom(groups, one.ready.device.colleague, role, one.ready.clocks.now, one.ready.device.sightVersions) : null
  })
}

async function rolesNow(tx: Transaction, team: string, all: readonly Delivered[]): Promise<Map<Device, Role | undefined>> {
  const devices = all.map((one) => one.ready.device)
  const asking = all.some(({ ready: { request } }) => request.changes.length > 0)
  const found = asking
    ? await readRoles(
        tx,
        team,
        devices.map((one) => one.colleague),
      )
    : null
  return new Map(devices.map((one) => [one, found && one.role !== undefined ? found.get(one.colleague) : one.role]))
}

async function readRoles(tx: Transaction, team: string, colleagues: readonly string[]): Promise<Map<string, Role | undefined>> {
  const found = await tx.query<{ id: string; role: Role | null }>(
    `select id, body #>> '{fields,role}' as role from record_row where team = $1 and record = 'colleague' and id = any($2::uuid[])`,
    [team, colleagues],
  )
  return new Map(found.map((one) => [one.id, one.role ?? undefined]))
}

/** Everything that the laptop is told. @param later others' changes are told with the next exchange */
async function tell(
  tx: Transaction,
  { request, nowMs }: Told,
  { ready, taken }: Delivered,
  sight: Sight | null,
  later: boolean,
): Promise<ExchangeReply> {
  const { device, before, seen } = ready
  const { head, have: haveN, results, nowhere } = taken
  const base = { now: nowMs, minClient, durable: head.durable, haveN, lastN: seen.lastN, results, ...(nowhere ? { nowhere } : {}) }
  if (!sight) return { ...base, ...nothingFor(device, request) }
  if (sight.print !== device.sight) await rememberSight(tx, device, sight)
  const epoch = epochFor(device.epoch, sight)
  const { bookmark } = request
  const reset = bookmark ? resetFor(bookmark.epoch, device, epoch, before) : null
  if (bookmark && !reset && !later) await readFor(tx, sight)
  const reading = { team: device.team, device: device.id, writtenBefore: request.writtenBefore ?? 0, sight, after: bookmark?.revision ?? 0, head }
  const page = !bookmark || reset ? nothing : later ? askAgain(bookmark) : await readPage(tx, reading)
  return { ...base, epoch, device: 'ok', ...page, ...(reset ? { reset } : {}) }
}

const nothing: Page = { changes: [], revision: 0, chain: zeroChain, more: false }

/** Nothing yet: the bookmark stays, and there is more. */
function askAgain({ revision, chain }: Bookmark): Page {
  return { changes: [], revision, chain, more: true }
}

/** A revoked device may deliver and is told nothing; its bookmark stays where it is (SPEC SY22). */
function nothingFor(device: Device, { bookmark }: Request): Pick<ExchangeReply, 'changes' | 'more' | 'device' | 'unconfirmed' | keyof Bookmark> {
  const stays = bookmark ?? { epoch: device.epoch, revision: 0, chain: zeroChain }
  const until = device.unconfirmed ? { unconfirmed: true as const } : {}
  return { ...stays, changes: [], more: false, device: device.wipe ? 'wipe' : 'revoked', ...until }
}

/** Another epoch under the same stored sight means another history; otherwise the sight is what changed. */
function resetFor(echoed: string, device: Device, epoch: string, broken: ResetReason | null): ResetReason | null {
  if (broken === 'copied') return broken
  if (echoed === epoch) return broken
  return device.sight !== null && echoed === epochFor(device.epoch, device.sight) ? 'sight' : 'epoch'
}

/** For the lead's overview of laptops, and for the next exchange. */
async function remember(tx: Transaction, team: string, all: readonly Delivered[]): Promise<void> {
  const lines = all.map(({ ready: { device, request, clocks, seen }, taken }) => ({
    id: device.id,
    heard_at: new Date(clocks.now).toISOString(),
    have: taken.have,
    last_effective: taken.lastEffective,
    waiting: request.waiting,
    clock_offset_ms: Math.max(-8e15, Math.min(8e15, clocks.offset)),
    app_version: request.appVersion,
    marks: seen.marks,
    last_n: seen.lastN,
  }))
  if (lines.length === 0) return
  await tx.query(
    `update device d set heard_at = w.heard_at, have = w.have, last_effective = w.last_effective, waiting = w.waiting,
       clock_offset_ms = w.clock_offset_ms, app_version = w.app_version, marks = w.marks, last_n = w.last_n
     from jsonb_to_recordset($2::jsonb) as w(id uuid, heard_at timestamptz, have bigint, last_effective text, waiting bigint,
       clock_offset_ms bigint, app_version text, marks jsonb, last_n bigint)
     where d.team = $1 and d.id = w.id`,
    [team, JSON.stringify(lines)],
  )
}

/** So that the next exchange knows whether what it may see has changed. */
async function rememberSight(tx: Transaction, device: Device, sight: Sight): Promise<void> {
  await tx.query('update device set sight = $3 where team = $1 and id = $2', [device.team, device.id, sight.print])
}
