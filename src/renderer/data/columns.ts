import type { RowKey } from '../../shared/changes/row.ts'
import { grouped } from '../../shared/std/grouped.ts'
import type { StoredRow } from './database.ts'
import { linkOf, linksOf, type HeldRow } from './memory.ts'

/** Some fields of a row. */
export type PickedRow = { id: string } & Record<string, unknown>

/** What to read: some fields of a record by one of its links, which is among the fields. */
export interface Picking {
  record: string
  by: string
  fields: readonly string[]
}

/** The disk. */
export interface ColumnSource {
  /** Sealed rows by their links. */
  read(links: readonly string[]): Promise<StoredRow[]>
  /** The fields of a row as it is shown; null where it is none, or a needed one is missing. */
  open(row: StoredRow): Promise<{ id: string; fields: Readonly<Record<string, unknown>> } | null>
  /** To be awaited between lots: whoever is at the door goes first. */
  turn(): Promise<void>
}

/** The rows that name one id. While they are read, nobody knows which they are. */
interface Lot {
  reading: Promise<unknown>
  rows: readonly PickedRow[] | null
  ids: ReadonlySet<string> | null
}

/** Ids looked up in one go, and rows unsealed together: three years of registers in one would keep everything else waiting for a second. */
const [idsAtOnce, rowsAtOnce] = [60, 150]
/** A page of a load writes more rows than that: to look for each takes longer than to read again what is asked for. */
const mostTouched = 100
const idLetters = 36

/**
 * Some fields of rows that are not all in memory, for reports: to hold fifty thousand sign-ins whole, with their stamps and both sides,
 * took two seconds the first time. Once read they are kept, until something of their link is written.
 */
export class Columns {
  private readonly source: ColumnSource
  /** By record and fields, then by link. */
  private readonly kept = new Map<string, Map<string, Lot>>()
  /** Each id once: fifty thousand sign-ins name five thousand people. */
  private readonly texts = new Map<string, string>()

  constructor(source: ColumnSource) {
    this.source = source
  }

  /** The rows that name these ids. Those that nobody has asked for yet are read, some at a time: whoever else waits has a turn. */
  async rows(picking: Picking, ids: readonly string[]): Promise<PickedRow[]> {
    const lots = this.lotsOf(picking)
    const linkTo = (id: string) => linkOf(picking.record, picking.by, id)
    const absent = ids.filter((id) => !lots.has(linkTo(id)))
    let before: Promise<unknown> = Promise.resolve()
    for (let from = 0; from < absent.length; from += idsAtOnce) before = this.read(picking, absent.slice(from, from + idsAtOnce), lots, before)
    const found = ids.flatMap((id) => lots.get(linkTo(id)) ?? []) // taken now: what is written meanwhile drops them
    for (const one of found) await one.reading
    return found.flatMap((one) => one.rows ?? [])
  }

  /** Something was written: what it touches is read again when it is next asked for. */
  touched(rows: readonly HeldRow[], gone: readonly RowKey[]): void {
    if (this.kept.size === 0) return
    const keys = [...rows.map((row) => row.key), ...gone]
    for (const [what, lots] of this.kept) {
      const start = `${recordIn(what)}/`
      const ids = keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length))
      if (ids.length === 0) continue
      if (ids.length > mostTouched) lots.clear()
      else forget(lots, ids, new Set(rows.filter((row) => row.key.startsWith(start)).flatMap(linksOf)))
    }
  }

  private lotsOf({ record, by, fields }: Picking): Map<string, Lot> {
    const what = `${record} ${by} ${fields.join()}`
    const lots = this.kept.get(what) ?? new Map<string, Lot>()
    this.kept.set(what, lots)
    return lots
  }

  /**
   * Begins to read some, once those before have come from the disk: another process looks for them while the last are unsealed.
   * @returns when they have come from the disk
   */
  private read(picking: Picking, ids: readonly string[], lots: Map<string, Lot>, before: Promise<unknown>): Promise<unknown> {
    const links = ids.map((id) => linkOf(picking.record, picking.by, id))
    const stored = before.then(() => this.source.read(links))
    const mine = ids.map((): Lot => ({ reading: Promise.resolve(), rows: null, ids: null }))
    const reading = stored.then(async (found) => {
      const byId = grouped(await this.picked(found, picking.fields), (row) => String(row[picking.by]))
      for (const [at, id] of ids.entries()) fill(mine[at]!, byId.get(id) ?? [])
    })
    reading.catch(() => links.forEach((link, at) => lots.get(link) === mine[at] && lots.delete(link))) // a disk that failed once is asked again
    for (const [at, link] of links.entries()) lots.set(link, Object.assign(mine[at]!, { reading }))
    return stored.catch(() => {})
  }

  private async picked(stored: readonly StoredRow[], fields: readonly string[]): Promise<PickedRow[]> {
    const found: PickedRow[] = []
    for (let from = 0; from < stored.length; from += rowsAtOnce) {
      await this.source.turn()
      const opened = await Promise.all(stored.slice(from, from + rowsAtOnce).map((one) => this.source.open(one)))
      for (const one of opened) if (one) found.push(this.pick(one, fields))
    }
    return found
  }

  private pick({ id, fields: all }: { id: string; fields: Readonly<Record<string, unknown>> }, fields: readonly string[]): PickedRow {
    const row: PickedRow = { id }
    for (const field of fields) row[field] = this.once(all[field])
    return row
  }

  private once(value: unknown): unknown {
    if (typeof value !== 'string' || value.length !== idLetters) return value
    const same = this.texts.get(value)
    if (same === undefined) this.texts.set(value, value)
    return same ?? value
  }
}

/** Drops the lots that have one of these rows, or will. */
function forget(lots: Map<string, Lot>, ids: readonly string[], links: ReadonlySet<string>): void {
  for (const [link, lot] of lots) if (!lot.ids || links.has(link) || ids.some((id) => lot.ids?.has(id))) lots.delete(link)
}

function fill(lot: Lot, rows: readonly PickedRow[]): void {
  lot.rows = rows
  lot.ids = new Set(rows.map((one) => one.id))
}

function recordIn(what: string): string {
  return what.slice(0, what.indexOf(' '))
}
