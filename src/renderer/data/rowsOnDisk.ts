import type { RowKey } from '../../shared/changes/row.ts'
import type { Database, StoredRow } from './database.ts'
import { keyFrom, storedKey } from './storedKey.ts'
import type { TableWrite } from './strictWrite.ts'
import { afterLong, firstLong, storedLink } from './storedLink.ts'

/** The rows on disk, by key and by link, short or as they were written until 0.1.0. */
export class RowsOnDisk {
  private longLinks: Promise<boolean> | null = null
  private readonly db: Database
  private readonly hasLongKeys: () => boolean

  /** @param hasLongKeys whether this store may have rows under keys that are written out */
  constructor(db: Database, hasLongKeys: () => boolean) {
    this.db = db
    this.hasLongKeys = hasLongKeys
  }

  /** Those with one of these keys. */
  async read(keys: readonly RowKey[]): Promise<StoredRow[]> {
    const found = await this.db.rows.bulkGet(this.asStored(keys))
    return found.filter((row) => row !== undefined)
  }

  /** What writes these and takes those away. A row under its long key goes as it is written under its short one. */
  write(rows: readonly StoredRow[], goneKeys: readonly RowKey[]): TableWrite {
    const long = this.hasLongKeys() ? rows.map((row) => keyFrom(row.key)).filter((key, at) => key !== rows[at]!.key) : []
    return { table: 'rows', put: rows, gone: [...this.asStored(goneKeys), ...long] }
  }

  private asStored(keys: readonly RowKey[]): string[] {
    const short = keys.map(storedKey)
    return this.hasLongKeys() ? [...short, ...keys.filter((key, at) => key !== short[at])] : short
  }

  /** Those that have one of these links. One question a link: together they would be a cursor, a journey a row, two thousand for a year of a register. */
  async linked(links: readonly string[]): Promise<StoredRow[]> {
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
