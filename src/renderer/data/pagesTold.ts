import type { Touched } from './store.ts'

/**
 * Which records to tell the views of, while a load brings page after page: after the first page, then each time that as much has come as
 * they were told of. Answered again at each page, by all that is there, they took most of a long load. Whatever else is written is told at once.
 */
export class PagesTold {
  private readonly untold = new Set<string>()
  private rowsTold = 0
  private rowsUntold = 0

  /** Something was written. Answers the records that the views are to be told of now, or null: later. */
  take({ records, keys, isPage }: Touched): ReadonlySet<string> | null {
    for (const record of records) this.untold.add(record)
    if (!isPage) return this.takeAll()
    this.rowsUntold += keys.length
    if (this.rowsUntold < this.rowsTold) return null
    this.rowsTold += this.rowsUntold
    this.rowsUntold = 0
    return this.takeAll()
  }

  /** The load has ended, or was broken off: what they were not told of. The next one begins to count anew. */
  rest(): ReadonlySet<string> | null {
    this.rowsTold = this.rowsUntold = 0
    return this.untold.size > 0 ? this.takeAll() : null
  }

  private takeAll(): ReadonlySet<string> {
    const all = new Set(this.untold)
    this.untold.clear()
    return all
  }
}
