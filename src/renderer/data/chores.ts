import { LettingGo } from './outOfTime.ts'
import { readAhead } from './readAhead.ts'
import type { Store } from './store.ts'

/** What a laptop does of itself while nobody is at the door: lets go of what fell out of its time, and reads what reports count. */
export class Chores {
  private readonly store: Store
  private readonly quiet: () => Promise<boolean>
  private readonly lettingGo: LettingGo
  private readonly leavesBehind: (rows: number) => void
  private hasRead = false

  /**
   * @param quiet settles when nobody was at the door for a while; with false, when there is nothing to be done any more
   * @param leavesBehind told how many rows went through memory
   */
  constructor(store: Store, quiet: () => Promise<boolean>, leavesBehind: (rows: number) => void) {
    this.leavesBehind = leavesBehind
    this.store = store
    this.quiet = quiet
    this.lettingGo = new LettingGo(store, quiet)
  }

  /** Once everybody is read, and after each exchange. */
  go(): void {
    void this.lettingGo.go()
    if (this.hasRead || !this.store.state.bookmark) return // before the first load there is nothing to read
    this.hasRead = true
    void readAhead(this.store, this.quiet).then(this.leavesBehind, () => {}) // what it did not read is read when it is asked for
  }
}
