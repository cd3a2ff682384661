import type { z } from 'zod'
import { records, type Entity, type FieldsOf, type RecordName } from '../records/index.ts'
import type { Row } from './row.ts'

/**
 * The record in a row, or undefined while a needed field is missing (a void that came before its sign-in).
 * The fields were checked where they entered, so they are not parsed again: 10,000 people open in a second.
 */
export function entityOf<Name extends RecordName>(name: Name, row: Row | undefined): Entity<Name> | undefined {
  if (!row || row.record !== name) return undefined
  if (records[name].required.some((field) => row.fields[field] === undefined)) return undefined
  return { ...(row.fields as FieldsOf<Name>), id: row.id } as Entity<Name>
}

/** Whether these fields are ones the record has, with values it allows. A change may carry only some of them. */
export function fieldsAreValid(name: RecordName, fields: Readonly<Record<string, unknown>>): boolean {
  return partsOf(name).safeParse(fields).success
}

/** Building a schema costs 200 times what using it does, so each is built once. */
const parts = new Map<RecordName, z.ZodType>()

function partsOf(name: RecordName): z.ZodType {
  const known = parts.get(name) ?? records[name].schema.partial().strict()
  parts.set(name, known)
  return known
}
