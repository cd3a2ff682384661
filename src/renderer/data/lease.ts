import type { StatusView } from '../workerLink/views.ts'
import type { ExchangeReply } from '../../shared/sync/protocol.ts'
import type { Store } from './store.ts'

const day = 86_400_000
/** So long a laptop shows everything after the server last knew it as one of the team (sync-security 7.3, T7). */
const leaseMs = 14 * day
/** From then on it says so. */
const warnMs = 10 * day
/** Kept on disk at most so often: an hour more or less is nothing to a fortnight, and each exchange would be one more flush. */
const keepMs = 3_600_000

/** What the lease is reckoned from. Moments are those of the server's clock, milliseconds since 1970. */
interface LeaseFacts {
  /** When the server last answered this laptop as one of the team. */
  reached: number
  /** How far this laptop's clock was ahead then. */
  ahead: number
  /** The latest moment known since: a clock set back does not make it earlier. */
  latest: number
  /** The server has answered that it was taken off the team: nothing is to be waited for. */
  takenOff: boolean
}

/**
 * The lease of a laptop (SPEC SY28): what it may show without having met its server for long. It protects against who has the
 * passphrase and should no longer look: somebody who has left, a laptop that is kept in a drawer. Without the passphrase
 * nothing is readable, with or without a lease. So after it the door goes on, with every register and emergency contact,
 * and the rest waits for one connection; keys and changes are never dropped by time, as a clock set forward by a year would
 * otherwise take a register away at the door.
 *
 * Its own clock is not believed: time is that of the last answer and the offset measured with it. Set back, the latest moment
 * seen holds; set forward, the lease ends too early, and one connection mends it.
 */
export class Lease {
  private facts: LeaseFacts | null = null
  private kept: LeaseFacts | null = null
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Reads what earlier runs left. A store that has none was just joined, or made again: that counts from now. */
  async open(): Promise<void> {
    this.kept = ((await this.store.db.meta.get('lease'))?.value as LeaseFacts | undefined) ?? null
    const now = this.store.ports.now()
    this.facts = this.kept ?? { reached: now, ahead: 0, latest: now, takenOff: false }
    await this.keepIfMoved()
  }

  /**
   * The server answered an exchange. One that cannot know yet whether this laptop is right (SPEC SY17) has neither let it on nor
   * taken it off: or a restore would shut every laptop of the team at once.
   */
  async heard({ now, device, unconfirmed }: Pick<ExchangeReply, 'now' | 'device' | 'unconfirmed'>): Promise<void> {
    if (unconfirmed) return
    this.facts =
      device === 'ok' ? { reached: now, ahead: this.store.ports.now() - now, latest: now, takenOff: false } : { ...this.current(), takenOff: true }
    await this.keepIfMoved()
  }

  /** When the server was met last, by this laptop's own clock. Milliseconds since 1970. */
  metAt(): number {
    const { reached, ahead } = this.current()
    return reached + ahead
  }

  /** null while there is nothing to say. */
  view(): StatusView['lease'] {
    const { reached, latest, takenOff } = this.current()
    const state = takenOff || latest - reached >= leaseMs ? 'over' : latest - reached >= warnMs ? 'soon' : null
    void this.keepIfMoved()
    return state && { state, until: new Date(reached + leaseMs).toISOString(), takenOff }
  }

  private current(): LeaseFacts {
    const now = this.store.ports.now()
    const facts = this.facts ?? { reached: now, ahead: 0, latest: now, takenOff: false }
    this.facts = { ...facts, latest: Math.max(facts.latest, now - facts.ahead) }
    return this.facts
  }

  private async keepIfMoved(): Promise<void> {
    const { facts, kept } = this
    if (!facts || (kept && isAboutTheSame(facts, kept))) return
    const written = await this.store.db.meta.put({ name: 'lease', value: facts }).catch(() => null)
    if (written !== null) this.kept = facts // a full disk or a lock stops no exchange: it is kept the next time
  }
}

/**
 * Whether what is on disk still says what is so. Each of the moments counts: once only the latest was compared, and a laptop that had
 * written down the time in a drawer forgot over a restart that it had met its server since.
 */
function isAboutTheSame(one: LeaseFacts, other: LeaseFacts): boolean {
  const moments = ['reached', 'ahead', 'latest'] as const
  return one.takenOff === other.takenOff && moments.every((name) => Math.abs(one[name] - other[name]) < keepMs)
}
