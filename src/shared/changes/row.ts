import { z } from 'zod'
import { stampPattern, type Stamp } from '../std/stamp.ts'
import { idSchema } from '../std/schemas.ts'
import { jsonSchema, type Json } from './change.ts'

/** Stands where there was a text of which it is only kept that there was one (SPEC SY40). */
export const erasedText = 'erased'

const stamp = z.string().regex(stampPattern)

const values = z.array(z.tuple([stamp, jsonSchema]))

/** As they stood in rows until 0.1.0: by stamp. */
const formerValues = z.record(stamp, jsonSchema).transform((before) => Object.entries(before))

/**
 * Values of one field that did not see each other, each with its stamp, oldest first; and the stamps already replaced. Pairs, never an
 * object by stamp: from 1,536 different first keys on V8 gives each object of the whole program a shape of its own. 35,000 emergency
 * contacts took 75 MB of shapes and made every read of any field slow.
 */
export const sideSchema = z.object({ values: z.union([values, formerValues]), over: z.array(stamp), named: z.array(stamp).optional() })
export interface Side {
  values: [stamp: Stamp, value: Json][]
  over: Stamp[]
  /**
   * Those of `over` that somebody named and no change was folded with, where their laptop has written nothing later. They hide themselves
   * alone: a server that was put back gives the changes of a laptop other stamps, earlier ones, and what others name of before would hide
   * all that it wrote since (the simulation, seed 711282).
   */
  named?: Stamp[] | undefined
}

/** The present state of one record: a fold of its changes, that can be thrown away and made again. */
export const rowSchema = z.object({
  record: z.string(),
  id: idSchema,
  fields: z.record(z.string(), jsonSchema),
  /** The stamp of the change each field's value came from. */
  stamps: z.record(z.string(), stamp),
  sides: z.record(z.string(), sideSchema).optional(),
})
export type Row = z.infer<typeof rowSchema>

/** Where a row lives in a store: "signIn/…id…". */
export type RowKey = string

/** The key of a row. */
export function keyOf(record: string, id: string): RowKey {
  return `${record}/${id}`
}

/** A row nobody has written to yet. */
export function emptyRow(record: string, id: string): Row {
  return { record, id, fields: {}, stamps: {} }
}

/** The values of a side-by-side field that nobody has settled, newest first, with their stamps. */
export function openValues(row: Row, field: string): { stamp: Stamp; value: Row['fields'][string] }[] {
  const side = row.sides?.[field]
  if (!side) return []
  return side.values
    .filter(([at]) => !side.over.includes(at))
    .map(([at, value]) => ({ stamp: at, value }))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** The stamps a row knows of one field: of its value, and of values that stand or stood beside it. */
export function stampsOf(row: Row, field: string): Stamp[] {
  const side = row.sides?.[field]
  const own = row.stamps[field]
  return [...(own ? [own] : []), ...(side?.values ?? []).map(([at]) => at), ...(side?.over ?? [])]
}

/** Every stamp a row knows of. */
export function stampsIn(row: Row): Stamp[] {
  return Object.keys(row.stamps).flatMap((field) => stampsOf(row, field))
}
