import { joined } from '../shared/std/ranges.ts'
import type { Stamp } from '../shared/std/stamp.ts'
import type { ChangeResult, ExchangeReply, exchangeRequestSchema, HeldCode, ResetReason } from '../shared/sync/protocol.ts'
import type { z } from 'zod'
import type { appendParts, Entry, Head } from './append.ts'
import type { Device } from './auth.ts'
import { noteBroughtBack } from './broughtBack.ts'
import { plainColumn } from './columns.ts'
import { inAnotherName, lookForLostHeld, type Seen } from './copies.ts'
import { sameButErased } from './erasedAgain.ts'
import { erasedPeople, eraseHeld } from './erase.ts'
import { hold, heldActs, holdsAny, releaseArrived, type ToHold } from './held.ts'
import { aside, holdWholeActs, idFromHash, type Author, type Good, type Judged } from './judge.ts'
import { answerNowhere } from './nowhere.ts'
import { readStanding } from './rows.ts'
import { asServer } from './secondLock.ts'
import type { Transaction } from './sql/sql.ts'
import { effectiveStamps, type Clocks } from './stamps.ts'

/** A request as it passed the schema; its changes are still as they came. */
export type Request = z.infer<typeof exchangeRequestSchema>

/** A batch before the lock: who sends it, and what the judge says. */
export interface Ready {
  device: Device
  author: Author
  request: Request
  clocks: Clocks
  before: ResetReason | null
  seen: Seen
  /** Judged by itself and by reach; ids as the laptop knows them. */
  judged: Judged[]
  /** What was in the log before the lock, of all that is taken in together. Should more have come since, the log refuses it. */
  inLog: readonly Answered[]
}

/** What became of a batch. */
export interface Taken {
  results: ChangeResult[]
  head: Head
  have: number
  lastEffective: string
  /** Numbers that the laptop asked for and that are nowhere (SPEC SY30). */
  nowhere?: ExchangeReply['nowhere']
}

/** How what is good goes into the log: all at once, or act by act after a refusal. */
export type AppendGood = typeof appendParts

/**
 * Takes judged batches in, one after the other under one lock, which the caller holds; what is asked of the database is asked for
 * all of them together, so that one more batch costs its rows and little else. Throws what the database refused (secondLock.ts):
 * then none of them is in.
 * @param locking the lock, asked for on this connection: what stands there is asked for behind it, and read while the batches are sorted
 */
export async function takeIn(tx: Transaction, team: string, all: readonly Ready[], locking: Promise<Head>, appendGood: AppendGood): Promise<Taken[]> {
  if (all.length === 0) return locking.then(() => [])
  const reading = readStanding(
    tx,
    team,
    all.flatMap(({ judged }) => judged.flatMap((one) => (one.code === null ? [one.change] : []))),
  )
  const sorting = locking.then(() => sortAll(tx, team, all))
  await Promise.allSettled([sorting, reading]) // both are at an end, well or not: nothing of them is sent behind the end of the transaction
  const [head, sorted, standing] = [await locking, await sorting, await reading]
  const nowMs = Math.max(...all.map((one) => one.clocks.now))
  const appended = await appendGood(
    tx,
    team,
    head,
    sorted.batches.map(({ ready, entries }) => ({ author: ready.author, entries })),
    nowMs,
    standing,
  )
  const { known } = sorted
  for (const { id, revision, effective } of appended.accepted) known.set(id, { state: 'accepted', id, revision, effective })
  const left = sorted.batches.map(({ fresh, ready: { clocks }, last }) => ({
    clocks,
    last,
    judged: fresh.map((one) => (one.code === null && !known.has(one.id) ? aside(one, 'outOfReach') : one)),
  }))
  for (const one of await holdAll(tx, team, left, nowMs)) known.set(one.id, one)
  const waited = left.flatMap(({ judged }) => judged.flatMap((one) => (one.code !== null && one.waitsFor ? [one.waitsFor] : [])))
  const landed = await releaseArrived(tx, team, appended, nowMs, waited)
  const taken: Taken[] = []
  for (const one of sorted.batches) taken.push(await finish(tx, one, known, landed))
  return taken
}

/** Holds what is bad. Of somebody who was erased nothing new is kept with its words either (SPEC SY40). */
async function holdAll(tx: Transaction, team: string, left: readonly ToHold[], nowMs: number): Promise<ChangeResult[]> {
  const held = await hold(tx, team, left)
  const people = held.length > 0 ? await erasedPeople(tx, team) : new Set<string>()
  if (people.size === 0) return held
  await asServer(tx, () => eraseHeld(tx, team, people, nowMs))
  const now = await answersHeld(
    tx,
    team,
    held.map((one) => one.id),
  )
  return now.map(resultOf)
}

async function finish(tx: Transaction, { ready, judged, last }: Sorted, known: ReadonlyMap<string, ChangeResult>, head: Head): Promise<Taken> {
  const { device, request, clocks, seen } = ready
  await noteBroughtBack(tx, device, request.changes, clocks.now)
  const results = judged.map((one, at) => ({ ...(known.get(one.id) as ChangeResult), id: (ready.judged[at] as Judged).id }))
  const have = await haveAfter(tx, device, judged, seen.lastN)
  return seek(tx, ready, { results, head, have, lastEffective: last })
}

/** A batch under the lock: what of it is new, and what of that goes into the log. */
interface Sorted {
  ready: Ready
  /** As the server knows them: another change under a known id has an id of its own. */
  judged: Judged[]
  fresh: Judged[]
  entries: Entry[]
  /** Latest effective stamp. */
  last: Stamp
}

async function sortAll(tx: Transaction, team: string, all: readonly Ready[]): Promise<{ batches: Sorted[]; known: Map<string, ChangeResult> }> {
  const holds = await holdsAny(tx, team)
  const { batches, known } = await knownAmong(tx, team, all, holds)
  const bad = holds ? await heldActs(tx, team, batches.flat()) : new Set<string>()
  const met = new Set(known.keys())
  return { known, batches: all.map((ready, at) => sortOne(ready, batches[at] as Judged[], met, bad)) }
}

/** @param met ids that are known or came before in this lot @param bad acts of which something is held; both grow */
function sortOne(ready: Ready, judged: Judged[], met: Set<string>, bad: Set<string>): Sorted {
  const fresh = holdWholeActs(unseen(judged, met), bad)
  for (const one of fresh) {
    met.add(one.id)
    if (one.code !== null && one.act) bad.add(one.act)
  }
  const good = fresh.filter((one): one is Good => one.code === null)
  const { stamps, last } = effectiveStamps(
    good.map((one) => one.change.stamp),
    ready.clocks,
    ready.device.lastEffective,
  )
  const counting = ready.seen.copied ? inAnotherName(stamps) : stamps
  return {
    ready,
    judged,
    fresh,
    last,
    entries: good.map(({ change, hash, text }, place) => ({ change, hash, text, effective: counting[place] as Stamp })),
  }
}

interface Known {
  batches: Judged[][]
  /** Answers already given, by id. */
  known: Map<string, ChangeResult>
}

/**
 * Answers already given are given again (SPEC SY3), but only to the same change: another one under a known id is kept aside under
 * an id of its own, or it would be called accepted and be kept nowhere (case S12).
 */
async function knownAmong(tx: Transaction, team: string, all: readonly Ready[], holds: boolean): Promise<Known> {
  const every = all.flatMap((ready) => ready.judged)
  const now = await answersInLog(
    tx,
    team,
    every.flatMap((one) => (one.code === null ? [] : [one.id])),
  ) // nothing refuses to hold them
  const held = holds
    ? await answersHeld(
        tx,
        team,
        every.map((one) => one.id),
      )
    : []
  const first = [...(all[0]?.inLog ?? []), ...now, ...held]
  const hashes = new Map(first.map((one) => [one.id, one.hash]))
  const erased = await sameButErased(tx, team, every, hashes)
  const others: string[] = []
  const batches = all.map(({ judged, device }) =>
    judged.map((one) => {
      const hash = hashes.get(one.id) ?? one.hash
      hashes.set(one.id, hash)
      if (hash === one.hash || erased.has(one.id)) return one
      const id = idFromHash(device.id, one.hash)
      others.push(id)
      return { ...aside(one, 'invalid'), id }
    }),
  )
  const found = [...first, ...(others.length > 0 ? [...(await answersInLog(tx, team, others)), ...(await answersHeld(tx, team, others))] : [])]
  return { batches, known: new Map(found.map((one) => [one.id, resultOf(one)])) }
}

function resultOf({ id, revision, effective, code, at, by, because }: Answered): ChangeResult {
  if (code === null) return { state: 'accepted', id, revision, effective }
  return at === null ? { state: 'held', id, code } : { state: 'held', id, code, closed: { at, by, because } }
}

/** What became of a change that came before. */
export interface Answered {
  id: string
  revision: number
  effective: string
  code: HeldCode | null
  hash: string
  /** When, by whom and why it was closed. */
  at: string | null
  by: string
  because: string
}

/** Those of these changes that are in the log. */
export async function answersInLog(tx: Transaction, team: string, ids: readonly string[]): Promise<Answered[]> {
  if (ids.length === 0) return []
  return tx.query<Answered>(
    `select id, revision, effective, null as code, hash, null as at, null as by, null as because
     from change_log where team = $1 and id = any($2::uuid[])`,
    [team, plainColumn(ids)],
  )
}

function answersHeld(tx: Transaction, team: string, ids: readonly string[]): Promise<Answered[]> {
  return tx.query<Answered>(
    `select id, null as revision, null as effective, code, hash, settled_at as at, settled_by as by, settled_because as because
     from held where team = $1 and id = any($2::uuid[])`,
    [team, plainColumn(ids)],
  )
}

/** What is new, each id once. */
function unseen(judged: readonly Judged[], known: ReadonlySet<string>): Judged[] {
  const once = new Map(judged.filter((one) => !known.has(one.id)).map((one) => [one.id, one]))
  return [...once.values()]
}

/** What the laptop asks about its own numbers (SPEC SY30). */
export async function seek(tx: Transaction, { device, author, request: { nowhere: asked }, clocks }: Ready, taken: Taken): Promise<Taken> {
  if (!asked || asked.length === 0) return taken
  await lookForLostHeld(tx, device, asked, clocks.now)
  const { nowhere, known } = await answerNowhere(tx, device, [device.id, ...(author.formerly ?? [])], asked, clocks.now)
  return { ...taken, nowhere, have: await haveNow(tx, { ...device, have: taken.have, nowhere: known }) }
}

/** The same as `haveNow`, without asking where this batch goes on from there without a gap and nothing of the device lies behind it. */
async function haveAfter(tx: Transaction, device: Device, judged: readonly Judged[], lastN: number): Promise<number> {
  const here = new Set(judged.filter((one) => one.device === device.id).map((one) => one.sequence))
  let { have } = device
  while (here.has(have + 1)) have += 1
  return have >= lastN ? have : haveNow(tx, device)
}

/** Highest sequence up to which every change of the device is in the log or held, or will never come. */
async function haveNow(tx: Transaction, device: Device): Promise<number> {
  const found = await tx.query<{ sequence: number }>(
    `select sequence from change_log where team = $1 and device = $2 and sequence > $3
     union select sequence from held where team = $1 and device = $2 and sequence > $3 order by sequence`,
    [device.team, device.id, device.have],
  )
  const here = [...device.nowhere, ...found.map(({ sequence }) => ({ first: sequence, last: sequence }))]
  const first = joined([...here, { first: 0, last: device.have }])[0]
  return first?.last ?? device.have
}
