/** Names that a queue may bring up without anybody signing in: a slip, a neighbour's name begun by mistake. */
const free = 4
/** The pause doubles from a second up to this. A person who types their own name never meets it. */
const longestPauseMs = 30_000
/** A look-up is forgotten after so long. */
const forgottenMs = 60_000

/**
 * Slows down somebody who tries letter after letter to see who comes here: each name shown and not used makes the next one
 * wait longer. It cannot be a wall (two letters must be enough for a person with a tremor), so it is a toll: all the names
 * of a group of forty cost a quarter of an hour in front of everybody, not half a minute.
 */
export class KioskPace {
  private shown: number[] = []
  private lastName: string | null = null

  /** Milliseconds until the next name may be shown. */
  pause(now: number): number {
    this.shown = this.shown.filter((at) => at <= now && now - at < forgottenMs)
    const over = this.shown.length - free
    const last = this.shown.at(-1)
    if (over < 0 || last === undefined) return 0
    return Math.max(0, last + Math.min(longestPauseMs, 1000 * 2 ** over) - now)
  }

  /** A name was shown, or a day or card was guessed wrongly. The same name again costs nothing. */
  count(now: number, name: string | null): void {
    if (name !== null && name === this.lastName) return
    this.lastName = name
    this.shown.push(now)
  }

  /** Somebody signed in: the queue moves. */
  moved(): void {
    this.shown = []
    this.lastName = null
  }
}
