import type { z } from 'zod'
import * as all from './all.ts'
import type { RecordDefinition } from './defineRecord.ts'

const known = { ...all }
/** What a new laptop fetches first, in this order. Everything else comes behind it. */
const first: (keyof typeof known)[] = [
  'team',
  'colleague',
  'device',
  'person',
  'emergencyContact',
  'venue',
  'group',
  'membership',
  'session',
  'signIn',
]
const names = [...new Set([...first, ...(Object.keys(known) as typeof first).sort()])]

/** The registry: every record there is. Stores, wire checks, server checks, import and export loop over it. */
export const records = Object.fromEntries(names.map((name) => [name, known[name]])) as unknown as typeof known

export type RecordName = keyof typeof records
/** The fields of a record, without its id. */
export type FieldsOf<Name extends RecordName> = z.infer<(typeof records)[Name]['schema']>
/** A record as people work with it: its fields and its id. */
export type Entity<Name extends RecordName> = FieldsOf<Name> & { id: string }

/** Those fields of a record by which its rows are looked up. */
export type LinkOf<Name extends RecordName> = (typeof records)[Name]['links'][number]

/** The same records, each as any other: for what loops over them. */
export const definitions = records as unknown as Readonly<Record<RecordName, RecordDefinition>>
export const recordNames = Object.keys(records) as RecordName[]

/** The definition by a name that came from outside, or undefined when this app does not know it (a newer app wrote it). */
export function definitionOf(name: string): RecordDefinition | undefined {
  return Object.hasOwn(records, name) ? definitions[name as RecordName] : undefined
}

const nowCalled: ReadonlyMap<string, RecordName> = new Map(
  recordNames.flatMap((name) => (definitions[name].formerly ?? []).map((before) => [before, name] as const)),
)

/** What a record is called now, by any name it ever had. A name that this app does not know stays as it is. */
export function recordNow(name: string): string {
  return nowCalled.get(name) ?? name
}
