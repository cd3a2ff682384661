import { minClient } from './versions.ts'
import type { Role } from '../shared/records/colleague.ts'
import { zeroChain, type Bookmark, type ExchangeReply, type ResetReason } from '../shared/sync/protocol.ts'
import { must } from '../shared/std/assert.ts'
import { appendActByAct } from './actByAct.ts'
import { append, lockHead, readHead } from './append.ts'
import { authenticate, type Device } from './auth.ts'
import { authorWithFormer, lookForCopy, type Seen } from './copies.ts'
import { Refusal } from './errors.ts'
import { judgeAll } from './judge.ts'
import { chainAt, readPage, type Page } from './page.ts'
import { withinReach } from './reach.ts'
import { isRefused, readFor } from './secondLock.ts'
import { epochFor, sightOf, type Sight } from './sight.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { seek, takeIn, type Ready, type Request, type Taken } from './takeIn.ts'
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
const mostTogether = 3_000
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
    const made = intakes.get(team) ?? new Turns<Asked, Delivered>({
      atOnce: lotsAtOnce, most: mostBatches, mostWeight: mostTogether, clock,
      weightOf: ({ request }) => request.changes.length, keyOf: ({ token }) => token,
      together: (all) => deliverLot(sql, team, all), alone: (one) => deliverAlone(sql, one),
    })
    intakes.set(team, made)
    made.onDone = () => { readers.look() }
    return made
  }
  const writersWait = () => [...intakes.values()].some((intake) => intake.length > 0)
  const readers = new Turns<() => Promise<ExchangeReply>, ExchangeReply>({
    atOnce: readersAtOnce, most: 1, clock, stepAside: writersWait,
    together: async (jobs) => Promise.all(jobs.map(async (job) => ({ value: await job() }))), alone: (job) => job(),
  })
  return async (team, token, request, nowMs) => {
    const asked = { team, token, request, nowMs }
    if (request.changes.length === 0) return readers.take(() => ask(sql, asked))
    const delivered = await intakeOf(team).take(asked)
    return answer(sql, asked, delivered, delivered.crowded || writersWait())
  }
}

/** An exchange that brings nothing. */
function ask(sql: Sql, asked: Asked): Promise<ExchangeReply> {
  return sql.transaction({ team: asked.team }, async (tx) => {
    const ready = await makeReady(tx, asked)
    const { have, lastEffective } = ready.device
    const taken = await seek(tx, ready, { results: [], head: await readHead(tx, asked.team), have, lastEffective })
    await remember(tx, ready, taken)
    return replyTo(tx, asked, { ...ready, taken, crowded: false }, false)
  })
}

/** The answer to a batch that was taken in. @param later others' changes are told with the next exchange */
function answer(sql: Sql, asked: Asked, delivered: Delivered, later: boolean): Promise<ExchangeReply> {
  return sql.transaction({ team: asked.team }, (tx) => replyTo(tx, asked, delivered, later))
}

async function replyTo(tx: Transaction, asked: Asked, delivered: Delivered, later: boolean): Promise<ExchangeReply> {
  const { taken } = delivered
  const { have: haveN, results, nowhere } = taken
  return { ...await tell(tx, asked, delivered, later), haveN, lastN: delivered.seen.lastN, results, ...(nowhere ? { nowhere } : {}) }
}

/** A batch after it. */
interface Delivered extends Ready {
  taken: Taken
  /** Whether others were taken in with it: then all of them would read at once. */
  crowded: boolean
}

/** Several devices' batches in one transaction. Throws what the database threw: then none of them is taken in. */
function deliverAll(sql: Sql, team: string, all: readonly Asked[], appendGood = append): Promise<Outcome<Delivered>[]> {
  return sql.transaction({ team }, async (tx) => {
    const ready: (Ready | Refusal)[] = []
    for (const one of all) ready.push(await readyOrRefused(tx, one))
    const outcomes: Outcome<Delivered>[] = []
    let head = await lockHead(tx, team)
    for (const one of ready) {
      if (one instanceof Refusal) outcomes.push({ refused: one })
      else {
        const taken = await takeIn(tx, one, head, appendGood)
        await remember(tx, one, taken)
        head = taken.head
        outcomes.push({ value: { ...one, taken, crowded: all.length > 1 } })
      }
    }
    return outcomes
  })
}

/** One batch by itself knows what to do with a refusal of the database; of several it is not known whose it is. */
async function deliverLot(sql: Sql, team: string, all: readonly Asked[]): Promise<Outcome<Delivered>[]> {
  const [only, ...more] = all
  return only && more.length === 0 ? [{ value: await deliverAlone(sql, only) }] : deliverAll(sql, team, all)
}

/** What the database refuses of it, though the code had let it through, is held; the rest goes in (secondLock.ts). */
async function deliverAlone(sql: Sql, asked: Asked): Promise<Delivered> {
  const once = (appendGood: typeof append) => deliverAll(sql, asked.team, [asked], appendGood)
  const [outcome] = await once(append).catch((error: unknown) => {
    if (isRefused(error)) return once(appendActByAct)
    throw error
  })
  if (outcome && 'refused' in outcome) throw outcome.refused
  return must(outcome, 'outcome of a batch').value
}

/** A no to one of them is no reason to send the others away. */
async function readyOrRefused(tx: Transaction, asked: Asked): Promise<Ready | Refusal> {
  try {
    return await makeReady(tx, asked)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Judges and prepares; the lock, and all that needs it, comes last (SPEC SY9). */
async function makeReady(tx: Transaction, { team, token, request, nowMs }: Asked): Promise<Ready> {
  const device = await authenticate(tx, team, token, nowMs, true)
  if (request.team !== team) throw new Refusal('refused')
  const clocks = { now: nowMs, offset: Math.round(nowMs - request.deviceNow) }
  const seen = await lookForCopy(tx, device, request, nowMs)
  const before = await resetBefore(tx, device, request, seen)
  const author = await authorWithFormer(tx, device, request, nowMs)
  const judged = await withinReach(tx, author, judgeAll(request.changes, author))
  return { device, author, request, clocks, before, seen, judged }
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
  tx: Transaction, { request, nowMs }: Asked, { device, before, taken: { head } }: Delivered, later: boolean,
): Promise<Told> {
  const base = { now: nowMs, minClient, durable: head.durable }
  const role = request.changes.length > 0 ? await roleNow(tx, device) : device.role
  if (device.revoked || !role) return { ...base, ...nothingFor(device, request) }
  const sight = await sightOf(tx, device.team, device.colleague, role, nowMs)
  if (sight.print !== device.sight) await rememberSight(tx, device, sight)
  const epoch = epochFor(device.epoch, sight)
  const { bookmark } = request
  const reset = bookmark ? resetFor(bookmark.epoch, device, epoch, before) : null
  if (bookmark && !reset && !later) await readFor(tx, sight)
  const reading = { team: device.team, device: device.id, sight, after: bookmark?.revision ?? 0, head }
  const page = !bookmark || reset ? nothing : later ? askAgain(bookmark) : await readPage(tx, reading)
  return { ...base, epoch, device: 'ok', ...page, ...(reset ? { reset } : {}) }
}

const nothing: Page = { changes: [], revision: 0, chain: zeroChain, more: false }

/** Nothing yet: the bookmark stays, and there is more. */
function askAgain({ revision, chain }: Bookmark): Page {
  return { changes: [], revision, chain, more: true }
}

/** A revoked device may deliver and is told nothing; its bookmark stays where it is (SPEC SY22). */
function nothingFor(device: Device, { bookmark }: Request): Omit<Told, 'now' | 'minClient' | 'durable'> {
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
async function remember(tx: Transaction, { device, request, clocks, seen }: Ready, taken: Taken): Promise<void> {
  await tx.query(
    `update device set heard_at = $3, have = $4, last_effective = $5, waiting = $6, clock_offset_ms = $7, app_version = $8,
       marks = $9::jsonb, last_n = $10 where team = $1 and id = $2`,
    [device.team, device.id, new Date(clocks.now).toISOString(), taken.have, taken.lastEffective, request.waiting,
      Math.max(-8e15, Math.min(8e15, clocks.offset)), request.appVersion, seen.marks && JSON.stringify(seen.marks), seen.lastN],
  )
}

/** So that the next exchange knows whether what it may see has changed. */
async function rememberSight(tx: Transaction, device: Device, sight: Sight): Promise<void> {
  await tx.query('update device set sight = $3 where team = $1 and id = $2', [device.team, device.id, sight.print])
}
