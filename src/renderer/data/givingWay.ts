import { after } from './after.ts'

/** Between two letters of a name, and from Enter until the row is drawn. Milliseconds. */
const quietMs = 150
const stepMs = 15
/** So long a piece of work waits at most before it goes on all the same: a queue may last an hour. Milliseconds. */
const mostMs = 300

/** Who may wait lets whoever is at the door go first: a report reckons on between two names. */
export class GivingWay {
  private doorAt = -Infinity
  private readonly now: () => number

  /** @param now milliseconds that only grow */
  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  /** Somebody at the door has typed a letter, or was signed in. */
  atDoor(): void {
    this.doorAt = this.now()
  }

  /** To be awaited between two pieces of work that can wait: whoever is at the door then waits for one piece at most. */
  async turn(): Promise<void> {
    for (const began = this.now(); this.now() - this.doorAt < quietMs && this.now() - began < mostMs;) await after(stepMs)
  }
}
