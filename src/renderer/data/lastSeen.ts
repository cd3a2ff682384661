import { lastSeenReplySchema } from '../../shared/sync/office.ts'
import type { Host } from '../../shared/ipc/contract.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import { ask, askMs } from './link.ts'
import type { Store } from './store.ts'

/** Asked again when the answer is so old: it counts in years. Milliseconds. */
const refreshMs = 24 * 3600_000
/** Under which name the answer lies in the store, sealed. */
const keptAs = 'lastSeen'

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
  private readonly store: Store
  private readonly host: Host
  private readonly changed: () => void

  constructor(store: Store, host: Host, changed: () => void) {
    this.store = store
    this.host = host
    this.changed = changed
  }

  /** Reads the last answer. One that cannot be read is no loss: the server is asked again. */
  async open(): Promise<void> {
    const box = (await this.store.db.meta.get(keptAs))?.value as Uint8Array | undefined
    this.known = (box && (await this.store.opened.rows.open<Known>(keptAs, box).catch(() => null))) ?? null
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
    await store
      .exclusive(async () => {
        await store.db.meta.put({ name: keptAs, value: await store.opened.rows.seal(keptAs, known) })
      })
      .catch(() => {}) // a full disk costs the memory of it, nothing else
  }
}
