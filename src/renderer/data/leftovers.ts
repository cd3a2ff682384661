/** While a load goes on: of 300,000 rows it left 280 MB, and the engine waits until it needs the room. */
const whileLoading = 20_000
/** What an act at the door leaves is that of so many rows: the lists of 300 names are answered anew behind it. */
const ofAnAct = 50
/** At its end, and when everybody has been read. */
const atTheEnd = 10_000

/** What thousands of rows leave behind in memory goes in a moment in which nobody is at the door, as it takes a moment itself. */
export class Leftovers {
  private rows = 0
  private waiting = false
  private readonly quiet: () => Promise<boolean>
  private readonly collect: () => void

  /** @param quiet settles when the window has asked nothing for a while; with false, when there is nothing to be done any more */
  constructor(quiet: () => Promise<boolean>, collect: () => void) {
    this.quiet = quiet
    this.collect = collect
  }

  /** So many rows more went through memory. */
  add(rows: number): void {
    this.rows += rows
    if (this.rows >= whileLoading) void this.goWhenQuiet()
  }

  /** Somebody was signed in, or looked for: after some hundreds it is as much as of a load. */
  addAct(): void {
    this.add(ofAnAct)
  }

  /** That was all of them. */
  end(): void {
    if (this.rows >= atTheEnd) void this.goWhenQuiet()
    else this.rows = 0
  }

  private async goWhenQuiet(): Promise<void> {
    if (this.waiting) return
    this.waiting = true
    const now = await this.quiet()
    this.waiting = false
    this.rows = 0
    if (now) this.collect()
  }
}
