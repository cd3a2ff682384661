import type { Host } from '../../shared/ipc/contract.ts'
import { countFromNow, wrongTriesOf } from './keys.ts'

/** Longest wait after wrong passphrases. It stays there for ever and is never a lock-out (house 10.1). */
const longestWaitMs = 60_000

/** The two clocks of a laptop. */
export interface Clocks {
  /** The clock on its wall, milliseconds since 1970. Anybody can set it. */
  now(): number
  /** Milliseconds that only pass; where they begin means nothing. */
  elapsed(): number
}

/**
 * The wait after wrong passphrases. What the wall clock says counts once, when a run first sees a wrong try; from then on
 * time that nobody can set. A clock behind the last wrong try was set back: the whole wait begins again, and no more than
 * that, or a clock once set ahead by years would keep its owner out for as long. A clock set ahead while the app is closed
 * does end the wait: no other clock outlives a run.
 */
export class TryWait {
  private seen: { wrongTries: number; lastWrongAt: number; at: number } | null = null
  private readonly host: Host
  private readonly clocks: Clocks

  constructor(host: Host, clocks: Clocks) {
    this.host = host
    this.clocks = clocks
  }

  /** How long until the next try, in milliseconds. */
  async beforeTry(): Promise<number> {
    const tries = await wrongTriesOf(this.host)
    if (!tries || tries.wrongTries === 0) return 0
    const wait = Math.min(longestWaitMs, 1000 * 2 ** (tries.wrongTries - 1))
    return Math.max(0, wait - (this.clocks.elapsed() - (await this.lastWrong(tries))))
  }

  /** When the last wrong try was, in time that only passes. */
  private async lastWrong({ wrongTries, lastWrongAt }: { wrongTries: number; lastWrongAt: number }): Promise<number> {
    const { seen } = this
    if (seen?.wrongTries === wrongTries && seen.lastWrongAt === lastWrongAt) return seen.at
    const now = this.clocks.now()
    const at = this.clocks.elapsed() - Math.max(0, now - lastWrongAt)
    this.seen = { wrongTries, lastWrongAt: Math.min(now, lastWrongAt), at }
    if (now < lastWrongAt) await countFromNow(this.host, now)
    return at
  }
}
