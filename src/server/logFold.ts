import type { Change } from '../shared/changes/change.ts'
import { keyOf, type RowKey } from '../shared/changes/row.ts'
import type { Stamp } from '../shared/std/stamp.ts'
import { canonical } from './hash.ts'
import { foldOne, placeOf, samePlace, type Kept } from './rows.ts'

/** A line of the log, as far as folding needs it. */
export interface LogLine {
  record: string
  row_id: string
  revision: number
  effective: Stamp
  body: Change
}

/** Folds the lines of a log, in order of revision, into the rows that they make. */
export class LogFold {
  private readonly rows = new Map<RowKey, Kept>()

  add({ record, row_id: row, revision, effective, body }: LogLine): void {
    foldOne(this.rows, { ...body, record, row, revision, effective })
  }

  keys(): IterableIterator<RowKey> {
    return this.rows.keys()
  }

  /** The row with its place, or undefined where the log has none. */
  row(key: RowKey): Kept | undefined {
    const found = this.rows.get(key)
    return found && { ...found, place: placeOf(this.rows, found.row) }
  }
}

/** In what a kept row differs from what its log makes of it, in names that say nothing of anybody; empty where it does not. A row
 * may have a later revision than its last change: that of its session, when it moved with it. */
export function differencesOf(made: Kept | undefined, kept: Kept | undefined): string[] {
  if (!made) return ['not in the log']
  if (!kept) return ['missing']
  const names = new Set([...Object.keys(made.row.fields), ...Object.keys(kept.row.fields)])
  const fields = [...names].filter((name) => canonical(partsOf(made, name)) !== canonical(partsOf(kept, name)))
  const rest = fields.length === 0 && canonical(made.row) !== canonical(kept.row) ? ['what stands beside it'] : []
  return [
    ...fields,
    ...rest,
    ...(samePlace(made.place, kept.place) ? [] : ['where it belongs']),
    ...(made.revision <= kept.revision ? [] : ['its revision']),
  ]
}

function partsOf({ row }: Kept, field: string): unknown[] {
  return [row.fields[field] ?? null, row.stamps[field] ?? null, row.sides?.[field] ?? null]
}

/** The key under which a row of the table is compared. */
export function keyOfLine({ record, id }: { record: string; id: string }): RowKey {
  return keyOf(record, id)
}
