import type { StatusView, SurgeryView } from '../workerLink/views.ts'
import { readStamp } from '../../shared/std/stamp.ts'
import type { Instant } from '../../shared/std/dates.ts'
import type { RoundDone, RoundTrouble } from '../../shared/sync/exchangeOnce.ts'
import type { ExchangeReply } from '../../shared/sync/protocol.ts'
import type { Result } from '../../shared/std/result.ts'
import { Lease } from './lease.ts'
import { countIn, joined } from '../../shared/std/ranges.ts'
import { isOnHold, type Store } from './store.ts'
import type { SyncState } from './syncState.ts'

/** Clocks less wrong than this are nobody's concern (sync-security 2.1). */
const clockHintMs = 5 * 60_000
/** A clock so far behind the last thing written here was set back: others' clocks that run fast do not go so far. */
const clockBehindMs = 3600_000
/** Below this the disk is called short (sync-security 6.5). */
const diskLowBytes = 2e9
/** Lines of the history that are kept. */
const mostHistory = 30

type HistoryEntry = SurgeryView['history'][number]

/** Numbers under which this laptop wrote something that it has nowhere (SPEC SY30). */
function missingIn({ nowhere, nowhereAsked }: SyncState): StatusView['missing'] {
  const sure = joined(nowhere.filter((one) => one.sure))
  return sure.length === 0 ? null : { count: countIn(sure), numbers: sure, askedFor: nowhereAsked }
}

/** Keeps the facts from which the status is computed (SPEC SY23). Counts come from the store itself, not from here. */
export class StatusKeeper {
  /** How many files are still to be sent; the laptop says. */
  filesToSend: () => number = () => 0
  history: HistoryEntry[] = []
  private lastReached: Instant | null = null
  private trouble: StatusView['trouble'] = null
  private sending: StatusView['sending'] = null
  private loading: StatusView['loading'] = null
  /** null until a server has told the time in this run. */
  private clockOffMs: number | null = null
  private freeBytes: number | null = null
  private notSaved: 'diskFull' | 'notSaved' | null = null
  readonly lease: Lease
  private readonly store: Store
  private readonly changed: () => void

  constructor(store: Store, changed: () => void) {
    this.store = store
    this.lease = new Lease(store)
    this.changed = changed
    store.writing.onCount = changed
  }

  /** Reads what earlier runs left. */
  async open(): Promise<void> {
    await this.lease.open()
    const kept = (await this.store.db.meta.get('history'))?.value as { history: HistoryEntry[]; lastReached: Instant | null } | undefined
    this.history = kept?.history ?? []
    this.lastReached = kept?.lastReached ?? null
    const last = this.history[0]
    this.trouble = last?.trouble ? { at: last.at, what: last.trouble } : null // a restart does not make a failure well
  }

  view(): StatusView {
    const filesToSend = this.filesToSend()
    const own = [...this.store.own.values()].flat()
    const pending = own.filter(({ entry }) => entry.state === 'pending')
    const oldest = pending.reduce<string | null>((first, { change }) => (first === null || change.stamp < first ? change.stamp : first), null)
    return {
      pending: pending.length + this.store.unfiled.length,
      oldestPending: oldest ? new Date(readStamp(oldest).ms).toISOString() : null,
      held: own.filter(({ entry }) => isOnHold(entry)).length,
      parked: this.store.parkedCount,
      missing: missingIn(this.store.state),
      sending: this.sending,
      loading: this.loading,
      writing: this.store.writing.part,
      ...(filesToSend > 0 && { filesToSend }),
      lastReached: this.lastReached,
      trouble: this.trouble,
      clockOffMinutes: this.clockOffMs !== null && Math.abs(this.clockOffMs) > clockHintMs ? Math.round(this.clockOffMs / 60_000) : null,
      clockBehind: this.clockBehind(),
      diskLow: this.diskLow(),
      notSaved: this.store.db.cleared ? 'cleared' : this.notSaved,
      whole: this.isWhole(),
      copied: this.copied(),
      lease: this.lease.view(),
    }
  }

  private isWhole(): boolean {
    return this.store.state.bookmark !== null && this.store.state.split === null
  }

  /** With no network the laptop's own memory is all that can tell: on New Year's Day 2019 there are no sessions, and every sign-in would be of that day. */
  private clockBehind(): Instant | null {
    const ms = Math.max(readStamp(this.store.state.clock).ms, this.lease.metAt())
    return this.clockOffMs === null && ms - this.store.ports.now() > clockBehindMs ? new Date(ms).toISOString() : null
  }

  private copied(): StatusView['copied'] {
    const { copiedAt, split } = this.store.state
    if (copiedAt === null && split === null) return null
    return this.isWhole() ? 'fetched' : 'fetching'
  }

  onSending(sent: number, of: number): void {
    // a count never goes back, also when more was written meanwhile
    this.sending = { sent: Math.max(sent, this.sending?.sent ?? 0), of: Math.max(of, this.sending?.of ?? 0) }
    this.changed()
  }

  onLoading(loaded: number, of: number): void {
    this.loading = { loaded, of }
    this.changed()
  }

  /** The server answered an exchange. */
  async onHeard(reply: ExchangeReply): Promise<void> {
    this.clockOffMs = this.store.ports.now() - reply.now
    await this.lease.heard(reply)
  }

  /** Told with each exchange; only a disk that is short, or no longer is, is news. */
  onFreeSpace(bytes: number | null): void {
    const before = this.diskLow()
    this.freeBytes = bytes
    if (this.diskLow() !== before) this.changed()
  }

  private diskLow(): number | null {
    return this.freeBytes !== null && this.freeBytes < diskLowBytes ? this.freeBytes : null
  }

  onWrite(trouble: 'diskFull' | 'notSaved' | null): void {
    if (this.notSaved === trouble) return
    this.notSaved = trouble
    this.changed()
  }

  /** The next attempt begins in so many milliseconds. Only a busy server has said so itself, so only then is it told. */
  onRest(ms: number): void {
    if (this.trouble?.what !== 'busy') return
    this.trouble = { ...this.trouble, againAt: new Date(this.store.ports.now() + ms).toISOString() }
    this.changed()
  }

  /** An exchange ended. */
  async onRound(outcome: Result<RoundDone, RoundTrouble>): Promise<void> {
    const at = new Date(this.store.ports.now()).toISOString()
    this.sending = null
    this.loading = null
    this.trouble = outcome.ok ? null : { at, what: outcome.reason }
    if (outcome.ok) this.lastReached = at
    const keeping = this.worthKeeping(outcome) ? this.keep(at, outcome) : null
    this.changed() // it is so, whether or not its line in the history is on disk yet
    await keeping
  }

  /** An exchange that moved nothing is not news; a failure is, once. */
  private worthKeeping(outcome: Result<RoundDone, RoundTrouble>): boolean {
    if (outcome.ok) return outcome.value.sent > 0 || outcome.value.fetched > 0 || this.history[0]?.trouble !== null
    return this.history[0]?.trouble !== outcome.reason
  }

  private async keep(at: Instant, outcome: Result<RoundDone, RoundTrouble>): Promise<void> {
    const trouble = outcome.ok ? null : outcome.reason
    const done = outcome.ok ? outcome.value : { sent: 0, fetched: 0 }
    this.history = [{ at, ...done, trouble }, ...this.history].slice(0, mostHistory)
    if (!this.store.db.cleared) await this.store.db.meta.put({ name: 'history', value: { history: this.history, lastReached: this.lastReached } })
  }
}
