import { lastSeenReplySchema } from '../../shared/sync/office.ts'
import type { Host } from '../../shared/ipc/contract.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import { KeptAnswer } from './keptAnswer.ts'
import { ask, askMs } from './link.ts'
import type { Store } from './store.ts'

/** Asked again when the answer is so old: it counts in years. Milliseconds. */
const refreshMs = 24 * 3600_000

interface Known {
  at: Instant
  days: Record<string, PlainDate>
}

/**
 * The last day on which each person was at a session, as the surgery has it: a laptop keeps three years of registers, and how long a
 * record must be kept depends on more (story 35). For leads; kept sealed, ids and days alone.
 */
export class LastSeen {
  known: Known | null = null
  private readonly kept: KeptAnswer<Known>
  private readonly store: Store
  private readonly host: Host
  private readonly changed: () => void

  constructor(store: Store, host: Host, changed: () => void) {
    this.store = store
    this.kept = new KeptAnswer(store, 'lastSeen')
    this.host = host
    this.changed = changed
  }

  /** Reads the last answer. */
  async open(): Promise<void> {
    this.known = await this.kept.read()
  }

  /** Behind an exchange that went well: asks where nothing is known, or what is known is old. */
  async keepFresh(): Promise<void> {
    const { store } = this
    if (store.role() !== 'lead' || (this.known && store.ports.now() - Date.parse(this.known.at) < refreshMs)) return
    const { server } = store.opened.identity
    const answer = await ask(this.host, { server, path: '/office/last-seen', timeoutMs: askMs }, lastSeenReplySchema)
    if (!answer.ok) return
    const known: Known = { at: new Date(store.ports.now()).toISOString(), days: answer.value.days }
    this.known = known
    this.changed()
    await this.kept.keep(known)
  }
}
