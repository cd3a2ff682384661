import type { Database, StoredRow } from './database.ts'
import { afterLong, firstLong, storedLink } from './storedLink.ts'

/** Reads rows from disk by their links. */
export class LinkedRows {
  private longLinks: Promise<boolean> | null = null
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  /** Those that have one of these links. One question a link: together they would be a cursor, a journey a row, two thousand for a year of a register. */
  async read(links: readonly string[]): Promise<StoredRow[]> {
    const { rows } = this.db
    const short = links.map(storedLink)
    const asked = (await this.hasLong()) ? [...short, ...links] : short
    const found = await this.db.transaction('r', rows, () => Promise.all(asked.map((link) => rows.where('links').equals(link).toArray())))
    return found.flat()
  }

  /** Whether there are rows from before links were short. Asked once: what is written from then on has short ones. */
  private hasLong(): Promise<boolean> {
    this.longLinks ??= this.db.rows
      .where('links')
      .between(firstLong, afterLong)
      .limit(1)
      .primaryKeys()
      .then((some) => some.length > 0)
    this.longLinks.catch(() => (this.longLinks = null)) // a disk that failed once is asked again
    return this.longLinks
  }
}
