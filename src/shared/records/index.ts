import type { z } from 'zod'
import type { RecordDefinition } from './defineRecord.ts'
import { card } from './card.ts'
import { colleague } from './colleague.ts'
import { companion } from './companion.ts'
import { concern } from './concern.ts'
import { contactLook } from './contactLook.ts'
import { declaration } from './declaration.ts'
import { device } from './device.ts'
import { emergencyContact } from './emergencyContact.ts'
import { group } from './group.ts'
import { headCount } from './headCount.ts'
import { incident } from './incident.ts'
import { kioskRequest } from './kioskRequest.ts'
import { membership } from './membership.ts'
import { mood } from './mood.ts'
import { note } from './note.ts'
import { paperSheet } from './paperSheet.ts'
import { person } from './person.ts'
import { registerMark } from './registerMark.ts'
import { rotaDuty } from './rotaDuty.ts'
import { session } from './session.ts'
import { sessionCall } from './sessionCall.ts'
import { signIn } from './signIn.ts'
import { takenLaptop } from './takenLaptop.ts'
import { team } from './team.ts'
import { venue } from './venue.ts'

/** The registry: every record there is. Stores, wire checks, server checks, import and export loop over it. */
export const records = {
  team, colleague, device, person, emergencyContact, venue, group, membership, session, signIn, headCount, note,
  companion, registerMark, sessionCall, declaration, incident, concern, rotaDuty, card, kioskRequest, mood, contactLook, takenLaptop, paperSheet,
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

const nowCalled: ReadonlyMap<string, RecordName> = new Map(recordNames.flatMap((name) => (definitions[name].formerly ?? []).map((before) => [before, name] as const)))

/** What a record is called now, by any name it ever had. A name that this app does not know stays as it is. */
export function recordNow(name: string): string {
  return nowCalled.get(name) ?? name
}
