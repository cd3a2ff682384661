import type { RoundDone, RoundTrouble } from './exchangeOnce.ts'
import type { LinkResult } from './protocol.ts'

/** Quiet time after a change before it is sent, so that a queue at the door is one exchange and not forty. */
const settleMs = 1_000
/** How often to ask the server for others' changes while nothing happens here. */
const pollMs = 60_000
/** First and longest wait after a failure. */
const firstRetryMs = 2_000
const longestRetryMs = 15 * 60_000
/** And the longest while somebody would see that nothing is sent: a server that is back is met within it. */
const eagerMs = 30_000

/** Nobody was reached, or a server in trouble: asking again costs it little. One that has said no is not asked oftener. */
const unreached: ReadonlySet<RoundTrouble> = new Set<RoundTrouble>(['offline', 'noSuchAddress', 'noAnswer', 'serverTrouble'])

/** Time, as the loop is told it. */
export interface LoopPorts {
  now(): number
  /** Resolves after so many milliseconds, or at once when `cut` resolves. */
  wait(ms: number, cut: Promise<void>): Promise<void>
  /** 0 to 1: spreads the retries of many laptops. */
  random(): number
  /** Whether something waits to be sent or a register is open; asked at each wait. */
  eager?(): boolean
}

/**
 * Decides when to exchange.
 *
 *   resting ──poke──► settling (1 s) ──► exchanging ──well──► resting (at most 60 s)
 *      ▲                                     │
 *      └───────────── waiting ◄────failed────┘      waiting: 2 s, doubled up to 15 min,
 *                                                   or as long as a busy server says; 30 s at most while something waits
 *
 * A poke ends resting and nothing else; `goNow` (send now, network back) ends any of the three waits.
 */
export class SyncLoop {
  private cut: () => void = () => {}
  private poked = false
  private resting = false
  private urgent = false
  private stopped = false
  private failures = 0
  /** How long the server asks to be left alone; null when it did not say. */
  private afterMs: number | null = null
  /** The last round reached nobody. */
  private missed = false
  private readonly round: () => Promise<LinkResult<RoundDone, RoundTrouble>>
  private readonly ports: LoopPorts

  constructor(round: () => Promise<LinkResult<RoundDone, RoundTrouble>>, ports: LoopPorts) {
    this.round = round
    this.ports = ports
  }

  /** A change was written: send it soon. Cuts short neither a wait after a failure nor the second that others gather in. */
  poke(): void {
    this.poked = true
    if (this.resting) this.cut()
  }

  /** Somebody pressed "send now", or the network came back: exchange at once. */
  goNow(): void {
    this.urgent = true
    this.cut()
  }

  /** Ends after the exchange under way. */
  stop(): void {
    this.stopped = true
    this.cut()
  }

  /** Runs until stopped. Starts with an exchange. */
  async run(): Promise<void> {
    while (!this.stopped) {
      this.poked = false
      this.urgent = false
      await this.exchange()
      await this.rest()
    }
  }

  /** A round that breaks is a failure like any other: the loop must outlive it, or nothing is sent until the next start. */
  private async exchange(): Promise<void> {
    const outcome = await this.round().catch(() => null)
    this.afterMs = outcome && !outcome.ok ? (outcome.afterMs ?? null) : null
    this.missed = !outcome || (!outcome.ok && unreached.has(outcome.reason))
    const answered = outcome?.ok || this.afterMs !== null // a server that says when is there: no wait is doubled for it
    this.failures = answered ? 0 : this.failures + 1
  }

  private async rest(): Promise<void> {
    if (this.stopped || this.urgent) return
    if (this.afterMs !== null) return this.waitFor(this.spread(this.afterMs))
    if (this.failures > 0) return this.waitAfterFailure(this.retryMs())
    this.resting = true
    if (!this.poked) await this.waitFor(pollMs)
    this.resting = false
    if (this.poked && !this.urgent && !this.stopped) await this.waitFor(settleMs)
  }

  /** Never earlier than the server said, and not all laptops at once. */
  private spread(ms: number): number {
    return ms + (ms / 2) * this.ports.random()
  }

  private retryMs(): number {
    const full = Math.min(longestRetryMs, firstRetryMs * 2 ** (this.failures - 1))
    return full / 2 + (full / 2) * this.ports.random()
  }

  /** The whole wait, in pieces of half a minute: after any of them somebody may have opened a register, or something may wait. */
  private async waitAfterFailure(ms: number): Promise<void> {
    if (!this.ports.eager || !this.missed) return this.waitFor(ms)
    for (let left = ms; left > 0 && !this.urgent && !this.stopped;) {
      const piece = Math.min(left, eagerMs / 2 + (eagerMs / 2) * this.ports.random())
      await this.waitFor(piece)
      left = this.ports.eager() ? 0 : left - piece
    }
  }

  private async waitFor(ms: number): Promise<void> {
    const cut = new Promise<void>((resolve) => {
      this.cut = resolve
    })
    await this.ports.wait(ms, cut)
    this.cut = () => {}
  }
}
