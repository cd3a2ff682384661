import { z } from 'zod'
import { stampPattern, type Stamp } from '../std/stamp.ts'
import { idSchema } from '../std/schemas.ts'
import { jsonSchema } from './change.ts'

const stamp = z.string().regex(stampPattern)

/** Values of one field that did not see each other, by stamp, and the stamps already replaced. */
export const sideSchema = z.object({ values: z.record(stamp, jsonSchema), over: z.array(stamp) })
export type Side = z.infer<typeof sideSchema>

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
  return Object.entries(side.values)
    .filter(([at]) => !side.over.includes(at))
    .map(([at, value]) => ({ stamp: at, value }))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** The stamps a row knows of one field: of its value, and of values that stand or stood beside it. */
export function stampsOf(row: Row, field: string): Stamp[] {
  const side = row.sides?.[field]
  const own = row.stamps[field]
  return [...(own ? [own] : []), ...Object.keys(side?.values ?? {}), ...(side?.over ?? [])]
}

/** Every stamp a row knows of. */
export function stampsIn(row: Row): Stamp[] {
  return Object.keys(row.stamps).flatMap((field) => stampsOf(row, field))
}
