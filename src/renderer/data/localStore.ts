import type { AcceptedChange, Change } from '../../shared/changes/change.ts'
import { fold, foldAll } from '../../shared/changes/fold.ts'
import { underNameNow } from '../../shared/changes/formerNames.ts'
import { keyOf, type Row, type RowKey } from '../../shared/changes/row.ts'
import { definitionOf } from '../../shared/records/index.ts'
import { mayLieOn } from '../../shared/rules/belongs.ts'
import { later, type Stamp } from '../../shared/std/stamp.ts'
import type { Host } from '../../shared/ipc/contract.ts'
import type { Outbox, SyncStore } from '../../shared/sync/exchangeOnce.ts'
import { mostChanges, type ChangeResult, type ExchangeReply, type ResetReason, type SnapshotPage } from '../../shared/sync/protocol.ts'
import type { LoggedChange } from './database.ts'
import type { HeldRow } from './memory.ts'
import { withSharedStamps } from './sharedStamps.ts'
import { afterAnswer, hasTurnedUp, lookAgain, toAsk } from './numbers.ts'
import { composeRows } from './run.ts'
import { eraseDue, erasedIn } from './erase.ts'
import { fallenAfter, nothingFallen } from './outOfTime.ts'
import { foundCopy, markOf, splitStore, type Self } from './split.ts'
import { keyFrom } from './storedKey.ts'
import { rowKeyOf, type Batch, type Store } from './store.ts'
import { firstGeneration, type SyncState } from './syncState.ts'

/** How long a change is kept although the server calls it durable (SPEC SY13). */
const keepMs = 30 * 24 * 3600_000
/** Sending stops near a megabyte, whatever the number of changes. */
const mostBytes = 900_000

/** What it needs of the journal: to forget it up to a sequence, and to blank what is in it. */
type Journal = Pick<Host, 'journalDropTo' | 'journalRead' | 'journalReplace'>

/** The store as the exchange sees it. @param self how it becomes another device */
export function localStore(store: Store, journal: Journal, self: Self): SyncStore {
  /** Nothing of it stands in the way of the exchange: what fails is due at the next one. */
  const erasing = async <Value>(done: Value): Promise<Value> => {
    await eraseDue(store, journal).catch(() => {})
    return done
  }
  return {
    ...splitStore(store, self),
    outbox: () => outbox(store),
    settle: (reply, sent) =>
      store.exclusive(() => orReread(store, () => settle(store, reply, sent, (sequence) => journal.journalDropTo(sequence))).then(erasing)),
    reset: (haveN) => store.exclusive(() => orReread(store, () => reset(store, haveN))),
    async nextPage() {
      if (store.state.bookmark) return null
      const after = store.state.load?.after
      return after ? { after } : {}
    },
    applyPage: (page) => store.exclusive(() => applyPage(store, page).then(erasing)),
  }
}

/** A write that failed has moved memory on and not the disk: read the log again, so that nothing counts as sent that is not. */
async function orReread<Value>(store: Store, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!store.db.cleared) await store.openLog()
    throw error
  }
}

/** The oldest pending changes, as many as one exchange takes; an act is never cut in two unless it fills one alone. */
async function outbox(store: Store): Promise<Outbox> {
  const offered = [...store.log.values()].filter((entry) => entry.state === 'pending' || store.reoffer.has(entry.sequence))
  const pending = offered.sort((a, b) => a.sequence - b.sequence)
  const taken = wholeActs(pending)
  const changes = await Promise.all(taken.map((entry) => store.writtenAs(entry)))
  const { team, formerly } = store.opened.identity
  const { bookmark, writtenBefore } = store.state
  const before = writtenBefore > 0 ? { writtenBefore } : {}
  const more = { mark: markOf(store), ...(formerly ? { formerly } : {}), ...before, nowhere: toAsk(store.state) }
  return { team: team.id, bookmark, changes, waiting: pending.length - taken.length, ...more }
}

function wholeActs(pending: LoggedChange[]): LoggedChange[] {
  let bytes = 0
  let most = 0
  while (most < pending.length && most < mostChanges && bytes < mostBytes) bytes += pending[most++]!.box.length
  if (most === pending.length) return pending
  let end = most
  while (end > 0 && pending[end - 1]!.act === pending[most]!.act) end--
  return pending.slice(0, end > 0 ? end : most)
}

/** Files a reply: only what it names changes (SPEC SY4). */
async function settle(
  store: Store,
  reply: ExchangeReply,
  sent: Outbox,
  dropJournal: (sequence: number) => Promise<void>,
): Promise<ResetReason | null> {
  const copy = foundCopy(store, reply, sent.bookmark !== null)
  const reset = resetReason(store, reply, sent, copy.split ?? store.state.split)
  const others = sent.bookmark && !reset ? reply.changes.map(underNameNow) : []
  const settled = settleResults(store, reply.results, await sealClosed(store, reply.results))
  const known = others.filter(isKnown)
  const accepted = [...settled.accepted.values()].flat()
  const folded = await foldIn(store, settled, known)
  const isTheirs = ({ key }: HeldRow) => mayLieOn(store.role(), recordOf(key)) || store.own.has(key)
  const moved = sent.bookmark && !reset
  // Revisions of another history count differently: after a restore, or unseen by a revoked device, `durable` is not about ours.
  const forget = moved && reply.device === 'ok' ? forgettable(store, settled.entries, reply.durable) : []
  await store.commit({
    rows: folded.filter(isTheirs),
    gone: folded.filter((row) => !isTheirs(row)).map((row) => row.key),
    entries: settled.entries,
    forget,
    parked: others.filter((change) => !isKnown(change)).map((change) => ({ id: change.id, value: change })),
    state: {
      clock: [...others, ...accepted].reduce<Stamp>((clock, { effective }) => later(clock, effective), store.state.clock),
      ...countedOn(store.state, reply),
      durable: reply.durable,
      ...afterAnswer(store.state, sent, reply),
      mark: sent.mark?.next ?? store.state.mark,
      ...copy,
      ...(reset ? resetIsDue : heard(store.state, reply)),
      ...(moved ? { bookmark: { epoch: reply.epoch, revision: reply.revision, chain: reply.chain } } : {}),
      forgottenTo: forget.reduce((to, sequence) => Math.max(to, sequence), store.state.forgottenTo),
      ...againOf(store, settled, folded),
      ...(moved && reply.device === 'ok' ? fallenAfter(store.state, reply) : {}),
    },
  })
  if (forget.length > 0 && !store.db.cleared) await dropJournal(lowestKept(store) - 1)
  return reset
}

/**
 * A store that was lost with its journal must not count again; what the laptop wrote before it is told as others' changes are. One that has
 * written goes on from an old copy, and becomes a laptop of its own (SPEC SY24).
 */
function countedOn({ nextSequence, writtenBefore }: SyncState, { lastN, haveN }: ExchangeReply): Pick<SyncState, 'nextSequence' | 'writtenBefore'> {
  const last = lastN ?? haveN
  if (last < nextSequence) return { nextSequence, writtenBefore }
  return { nextSequence: last + 1, writtenBefore: nextSequence === 1 ? last : writtenBefore }
}

/** Written down before the reset itself: were the power cut in between, the next start would say that everything is at the surgery. */
const resetIsDue = { bookmark: null, heardEpoch: '', ...nothingFallen } satisfies Partial<SyncState>

function heard(state: SyncState, reply: ExchangeReply): Partial<SyncState> {
  return { haveN: Math.max(state.haveN, reply.haveN), ...epochHeard(state, reply) }
}

/**
 * One that is off the team is answered without being told by which history: where it has nothing else to tell by, it offers all again
 * should it be let in once more. A server restored in between had lost what it had taken in (the simulation, seed 50131).
 */
function epochHeard({ bookmark, heardEpoch }: SyncState, { device, epoch }: ExchangeReply): Pick<SyncState, 'heardEpoch'> | null {
  if (device === 'ok') return { heardEpoch: epoch }
  return bookmark === null && heardEpoch === null ? { heardEpoch: resetIsDue.heardEpoch } : null
}

/** Whether the server is not where this laptop left it (SPEC SY16). A first load that is not begun cannot be behind. */
function resetReason(store: Store, reply: ExchangeReply, sent: Outbox, split: SyncState['split']): ResetReason | null {
  if (split && sent.bookmark && reply.device === 'ok') return 'copied'
  if (reply.reset) return sent.bookmark || store.state.load ? reply.reset : null
  if (isAnotherEpoch(store, sent, reply)) return 'epoch'
  if (!sent.bookmark && store.state.load && store.state.load.epoch !== reply.epoch) return 'epoch'
  if (sent.bookmark && hasTurnedUp(sent, reply)) return 'behind'
  return reply.haveN < store.state.haveN ? 'behind' : null
}

/**
 * Whether the server is another than the one that answered last. Between a reset and the end of the load there is no bookmark to tell
 * by: a server restored just then lost what it had taken in, and nobody offered it again (the simulation, seed 30005).
 */
function isAnotherEpoch(store: Store, sent: Outbox, reply: ExchangeReply): boolean {
  if (sent.bookmark && sent.bookmark.epoch !== reply.epoch) return true
  return reply.device === 'ok' && store.state.heardEpoch !== null && store.state.heardEpoch !== reply.epoch
}

/** What this laptop wrote of somebody who was erased, and has just been answered: it is blanked here too (SPEC SY42). */
function againOf(store: Store, { entries, accepted }: Settled, folded: readonly HeldRow[]): Partial<SyncState> {
  if (store.erased.size === 0 || entries.length === 0) return {}
  const rows = new Map(folded.map(({ key, base, view }) => [key, { ...base?.fields, ...view?.fields }]))
  // what was held and is closed now shows in no row: only the change itself says whose it is (the simulation, seed 740079)
  const written = (key: RowKey) => [...(accepted.get(key) ?? []), ...(store.own.get(key) ?? []).map((one) => one.change)].map((one) => one.fields)
  const again = new Set(entries.flatMap(({ rowKey }) => erasedIn(store, rowKey, Object.assign({}, rows.get(rowKey), ...written(rowKey)))))
  return again.size === 0 ? {} : { erasedHere: store.state.erasedHere.filter((one) => !again.has(one)) }
}

interface Settled {
  entries: LoggedChange[]
  /** Rows of own changes, with what the server took in. */
  accepted: Map<RowKey, AcceptedChange[]>
  touched: Set<RowKey>
}

/** Why a lead closed a change, sealed by the change's id: there are names in reasons. */
async function sealClosed(store: Store, results: readonly ChangeResult[]): Promise<Map<string, Uint8Array>> {
  const closed = results.flatMap((one) => (one.state === 'held' && one.closed ? [{ id: one.id, closed: one.closed }] : []))
  return new Map(await Promise.all(closed.map(async (one) => [one.id, await store.opened.rows.seal(`closed/${one.id}`, one.closed)] as const)))
}

function settleResults(store: Store, results: readonly ChangeResult[], closed: ReadonlyMap<string, Uint8Array>): Settled {
  const byId = new Map(results.map((result) => [result.id, result]))
  const settled: Settled = { entries: [], accepted: new Map(), touched: new Set() }
  for (const own of [...store.own.values()].flat()) {
    const result = byId.get(own.entry.id)
    if (!result) continue
    store.reoffer.delete(own.entry.sequence)
    const entry = withResult(own.entry, result, store.ports.now(), closed.get(result.id) ?? null)
    settled.entries.push(entry)
    settled.touched.add(entry.rowKey)
    if (result.state === 'held') own.entry = entry
    else acceptOwn(store, settled, own.change, entry, result)
  }
  return settled
}

function acceptOwn(store: Store, settled: Settled, change: Change, entry: LoggedChange, result: Extract<ChangeResult, { state: 'accepted' }>): void {
  store.dropOwn(entry.rowKey, new Set([entry.sequence]))
  const taken = settled.accepted.get(entry.rowKey) ?? []
  taken.push({ ...change, revision: result.revision, effective: result.effective })
  settled.accepted.set(entry.rowKey, taken)
}

function withResult(entry: LoggedChange, result: ChangeResult, now: number, closed: Uint8Array | null): LoggedChange {
  return result.state === 'accepted'
    ? { ...entry, state: 'accepted', revision: result.revision, effective: result.effective, code: null, settledAt: now }
    : { ...entry, state: 'held', code: result.code, settledAt: now, closed }
}

/** Folds what the server took in of ours and what it tells of others' into the server's side of the rows. */
async function foldIn(store: Store, settled: Settled, others: readonly AcceptedChange[]): Promise<HeldRow[]> {
  const keys = [...new Set([...settled.touched, ...others.map(rowKeyOf)])]
  const before = await store.rowsOf(keys)
  const bases = new Map<RowKey, Row | null>(keys.map((key) => [key, before.get(key)?.base ?? null]))
  for (const [key, changes] of settled.accepted) bases.set(key, foldAll(bases.get(key) ?? undefined, changes) ?? null)
  for (const change of others) bases.set(rowKeyOf(change), fold(bases.get(rowKeyOf(change)) ?? undefined, change))
  return keys.map((key) => store.compose(key, bases.get(key) ?? null, before.get(key)?.generation ?? store.state.generation))
}

/** Whether this app knows the record as its writer knew it; else the change waits for the upgrade (SPEC SY18). */
export function isKnown(change: Change): boolean {
  const definition = definitionOf(change.record)
  return definition !== undefined && change.version <= definition.version
}

/** Accepted, durable and old enough. A held one stays until a person has decided. */
function forgettable(store: Store, justSettled: readonly LoggedChange[], durable: number): number[] {
  const young = new Set(justSettled.map((entry) => entry.sequence))
  const before = store.ports.now() - keepMs
  return [...store.log.values()]
    .filter((entry) => entry.state === 'accepted' && !young.has(entry.sequence) && (entry.revision ?? Infinity) <= durable && !isStub(entry))
    .filter((entry) => (entry.settledAt ?? Infinity) < before || !mayLieOn(store.role(), recordOf(entry.rowKey)))
    .map((entry) => entry.sequence)
}

function recordOf(key: RowKey): string {
  return key.slice(0, key.indexOf('/'))
}

/** That somebody was erased is never forgotten: a server put back to before it is told again (SPEC SY42). The journal need not have it too. */
function isStub({ state, rowKey }: LoggedChange): boolean {
  return state === 'accepted' && recordOf(rowKey) === 'erasure'
}

function lowestKept(store: Store): number {
  let lowest = store.state.nextSequence
  for (const [sequence, entry] of store.log) if (!isStub(entry)) lowest = Math.min(lowest, sequence) // too many for one call of Math.min
  return lowest
}

/**
 * Accepted and held become pending again; the bookmark goes; every row and every change of ours stays (SPEC SY15, SY16). Others' that
 * waited for a newer app go: the load brings what there is, and what a restored server no longer has would come up with the upgrade.
 */
async function reset(store: Store, haveN: number): Promise<void> {
  const again = [...store.log.values()].filter((entry) => entry.state !== 'pending').map(toPending)
  const changes = await Promise.all(again.map((entry) => store.changeOf(entry)))
  again.forEach((entry, at) => {
    store.dropOwn(entry.rowKey, new Set([entry.sequence]))
    store.addOwn({ entry, change: changes[at]! })
  })
  const rows = await composeRows(
    store,
    again.map((entry) => entry.rowKey),
  )
  await store.commit({
    rows,
    entries: again,
    unparked: await store.db.parked.toCollection().primaryKeys(),
    state: {
      bookmark: null,
      heardEpoch: null,
      load: null,
      haveN,
      durable: 0,
      generation: store.state.generation + 1,
      erasedHere: [],
      ...nothingFallen,
      ...lookAgain(store),
    },
  })
}

function toPending(entry: LoggedChange): LoggedChange {
  return { ...entry, state: 'pending', revision: null, effective: null, code: null, settledAt: null, closed: null }
}

/** A page of the first load. If the server has become another in between, the load begins again. */
async function applyPage(store: Store, page: SnapshotPage): Promise<void> {
  const load = store.state.load ?? { epoch: page.epoch, after: null, revision: page.revision, chain: page.chain }
  if (load.epoch !== page.epoch) return store.commit({ state: { load: null, generation: store.state.generation + 1 } })
  const generation = store.state.generation
  const loaded = page.rows.map((row) => withSharedStamps(underNameNow(row)))
  const taken = await acceptedSince(store, new Set(loaded.map((row) => keyOf(row.record, row.id))))
  const rows = loaded.map((row) => {
    const key = keyOf(row.record, row.id)
    return store.compose(key, foldAll(row, taken.get(key) ?? []) ?? row, generation)
  })
  const clock = page.rows.reduce<Stamp>((latest, row) => Object.values(row.stamps).reduce(later, latest), store.state.clock)
  if (page.next) return store.commit({ rows, isPage: true, state: { clock, load: { ...load, after: page.next } } })
  await store.commit({ rows, isPage: true, state: { clock } })
  await finishLoad(store, { epoch: load.epoch, revision: load.revision, chain: load.chain })
}

/**
 * What the server took in of ours while a page was on its way: the page may have been read before it. Folding it again is
 * harmless (SPEC SY5), leaving it out would hide it, as our own changes never come back to us.
 */
async function acceptedSince(store: Store, keys: ReadonlySet<RowKey>): Promise<Map<RowKey, AcceptedChange[]>> {
  const entries = [...store.log.values()].filter((entry) => entry.state === 'accepted' && keys.has(entry.rowKey))
  const found = new Map<RowKey, AcceptedChange[]>()
  for (const entry of entries) {
    const change = { ...(await store.changeOf(entry)), revision: entry.revision ?? 1, effective: entry.effective ?? '' }
    found.set(entry.rowKey, [...(found.get(entry.rowKey) ?? []), change])
  }
  return found
}

/**
 * The load is complete: what the server no longer has goes, but for what this laptop has yet to send (SPEC SY15). What is of a case goes
 * from the laptop of somebody who no longer works with cases, also where they wrote it: the surgery has it.
 */
async function finishLoad(store: Store, bookmark: { epoch: string; revision: number; chain: string }): Promise<void> {
  const { generation } = store.state
  const old = [...new Set([...(await olderThan(store, generation)), ...notForThem(store)])]
  const taken = await acceptedSince(store, new Set(old))
  const kept = new Set(old.filter((key) => store.own.has(key) || (taken.has(key) && mayLieOn(store.role(), recordOf(key)))))
  const rows = [...kept].map((key) => store.compose(key, foldAll(undefined, taken.get(key) ?? []) ?? null, generation))
  const batch: Batch = { rows, gone: old.filter((key) => !kept.has(key)), state: { bookmark, load: null } }
  await store.commit(batch)
}

/** What they wrote of cases: made of their own changes also where no load has brought it, after a store was lost (the simulation, seed 611026). */
function notForThem(store: Store): RowKey[] {
  return [...store.log.values()]
    .filter(({ state, rowKey }) => state === 'accepted' && !mayLieOn(store.role(), recordOf(rowKey)))
    .map((one) => one.rowKey)
}

/** Rows read in one go while a load is finished. */
const lookedAtOnce = 2000

/**
 * The rows that no page of this load had. The first load of all finds none, as there was none before it. Others look in lots: a cursor
 * makes a journey a row, twenty seconds for 300,000.
 */
async function olderThan(store: Store, generation: number): Promise<RowKey[]> {
  const old: RowKey[] = []
  if (generation === firstGeneration) return old
  for (let after = ''; ;) {
    const some = await store.db.rows.where(':id').above(after).limit(lookedAtOnce).toArray()
    for (const row of some) if (row.generation < generation) old.push(keyFrom(row.key))
    if (some.length < lookedAtOnce) return old
    after = some.at(-1)!.key
  }
}
