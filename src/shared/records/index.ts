import type { z } from 'zod'
import type { RecordDefinition } from './defineRecord.ts'
import { attention } from './attention.ts'
import { card } from './card.ts'
import { colleague } from './colleague.ts'
import { companion } from './companion.ts'
import { concern } from './concern.ts'
import { declaration } from './declaration.ts'
import { device } from './device.ts'
import { duty } from './duty.ts'
import { emergencyContact } from './emergencyContact.ts'
import { feeling } from './feeling.ts'
import { group } from './group.ts'
import { headCount } from './headCount.ts'
import { incident } from './incident.ts'
import { mark } from './mark.ts'
import { membership } from './membership.ts'
import { note } from './note.ts'
import { person } from './person.ts'
import { reveal } from './reveal.ts'
import { session } from './session.ts'
import { sheet } from './sheet.ts'
import { signIn } from './signIn.ts'
import { taking } from './taking.ts'
import { team } from './team.ts'
import { told } from './told.ts'
import { venue } from './venue.ts'

/** The registry: every record there is. Stores, wire checks, server checks, import and export loop over it. */
export const records = {
  team, colleague, device, person, emergencyContact, venue, group, membership, session, signIn, headCount, note,
  companion, mark, told, declaration, incident, concern, duty, card, attention, feeling, reveal, taking, sheet,
} as const

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
