import { joined } from '../shared/std/ranges.ts'
import type { ChangeResult, ExchangeReply, exchangeRequestSchema, HeldCode, ResetReason } from '../shared/sync/protocol.ts'
import type { z } from 'zod'
import type { append, Head } from './append.ts'
import type { Device } from './auth.ts'
import { noteBroughtBack } from './broughtBack.ts'
import { inAnotherName, lookForLostHeld, type Seen } from './copies.ts'
import { hold, heldActs, releaseArrived } from './held.ts'
import { aside, holdWholeActs, idFromHash, type Author, type Good, type Judged } from './judge.ts'
import { answerNowhere } from './nowhere.ts'
import { writeFor } from './secondLock.ts'
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

/**
 * Takes a judged batch in. The caller holds the team's lock. Throws what the database refused (secondLock.ts).
 * @param appendGood how what is good goes into the log: all at once, or act by act after a refusal
 */
export async function takeIn(tx: Transaction, ready: Ready, head: Head, appendGood: typeof append): Promise<Taken> {
  const { device, author, request, clocks, seen } = ready
  const { team, lastEffective } = device
  const { judged, known } = await knownAmong(tx, device, ready.judged)
  const fresh = holdWholeActs(unseen(judged, known), await heldActs(tx, team, judged))
  const good = fresh.filter((one): one is Good => one.code === null)
  const { stamps, last } = effectiveStamps(good.map((one) => one.change.stamp), clocks, lastEffective)
  const counting = seen.copied ? inAnotherName(stamps) : stamps
  const entries = good.map(({ change, hash }, place) => ({ change, hash, effective: counting[place] as string }))
  await writeFor(tx, author)
  const appended = await appendGood(tx, team, head, entries, clocks.now)
  for (const { id, revision, effective } of appended.accepted) {
    known.set(id, { state: 'accepted', id, revision, effective })
  }
  const left = fresh.map((one) => (one.code === null && !known.has(one.id) ? aside(one, 'outOfReach') : one))
  for (const one of await hold(tx, device, left, clocks, last)) known.set(one.id, one)
  const results = judged.map((one, at) => ({ ...(known.get(one.id) as ChangeResult), id: (ready.judged[at] as Judged).id }))
  const landed = await releaseArrived(tx, team, appended, clocks.now)
  await noteBroughtBack(tx, device, request.changes, clocks.now)
  return seek(tx, ready, { results, head: landed, have: await haveNow(tx, device), lastEffective: last })
}

interface Known {
  judged: Judged[]
  /** Answers already given, by id. */
  known: Map<string, ChangeResult>
}

/**
 * Answers already given are given again (SPEC SY3), but only to the same change: another one under a known id is kept aside under
 * an id of its own, or it would be called accepted and be kept nowhere (case S12).
 */
async function knownAmong(tx: Transaction, device: Device, within: readonly Judged[]): Promise<Known> {
  const first = await answersTo(tx, device.team, within.map((one) => one.id))
  const hashes = new Map(first.map((one) => [one.id, one.hash]))
  const judged = within.map((one) => {
    const hash = hashes.get(one.id) ?? one.hash
    hashes.set(one.id, hash)
    return hash === one.hash ? one : { ...aside(one, 'invalid'), id: idFromHash(device.id, one.hash) }
  })
  const others = judged.filter((one, at) => one.id !== within[at]?.id).map((one) => one.id)
  const all = [...first, ...(others.length > 0 ? await answersTo(tx, device.team, others) : [])]
  return { judged, known: new Map(all.map((one) => [one.id, resultOf(one)])) }
}

function resultOf({ id, revision, effective, code, at, by, because }: Answered): ChangeResult {
  if (code === null) return { state: 'accepted', id, revision, effective }
  return at === null ? { state: 'held', id, code } : { state: 'held', id, code, closed: { at, by, because } }
}

interface Answered {
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

function answersTo(tx: Transaction, team: string, ids: readonly string[]): Promise<Answered[]> {
  return tx.query<Answered>(
    `select id, revision, effective, null as code, hash, null as at, null as by, null as because
     from change_log where team = $1 and id = any($2::uuid[])
     union all
     select id, null, null, code, hash, settled_at, settled_by, settled_because from held where team = $1 and id = any($2::uuid[])`,
    [team, ids],
  )
}

/** What is new, each id once. */
function unseen(judged: readonly Judged[], known: ReadonlyMap<string, ChangeResult>): Judged[] {
  const once = new Map(judged.filter((one) => !known.has(one.id)).map((one) => [one.id, one]))
  return [...once.values()]
}

/** What the laptop asks about its own numbers (SPEC SY30). */
export async function seek(tx: Transaction, { device, author, request: { nowhere: asked }, clocks }: Ready, taken: Taken): Promise<Taken> {
  if (!asked || asked.length === 0) return taken
  await lookForLostHeld(tx, device, asked, clocks.now)
  const { nowhere, known } = await answerNowhere(tx, device, [device.id, ...author.formerly ?? []], asked, clocks.now)
  return { ...taken, nowhere, have: await haveNow(tx, { ...device, have: taken.have, nowhere: known }) }
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
