import { z } from 'zod'
import { openValues } from '../changes/row.ts'
import { person } from '../records/person.ts'
import { membershipIdOf } from '../std/ids.ts'
import { jsonText } from '../std/json.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft, type Reader, type SomeFields } from './command.ts'
import { given } from './given.ts'
import type { Entity, RecordName } from '../records/index.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** A name of spaces is no name: it is trimmed before it is asked for. */
const personFields = person.schema
  .omit({ importId: true, photoUntil: true })
  .extend({
    givenName: z.string().trim().max(100),
    familyName: z.string().trim().max(100).optional(),
    knownAs: z.string().trim().max(100).optional(),
  })
  .partial()

/** For a side-by-side field: the stamps of the values the writer had before them, which the new one replaces. */
function basedOn(rows: Reader, record: RecordName, id: string, fields: readonly string[]): Draft['basedOn'] {
  const row = rows.row(record, id)
  if (!row) return undefined
  const seen = fields.map((field) => [field, openValues(row, field).map((one) => one.stamp)] as const)
  return Object.fromEntries(seen.filter(([, stamps]) => stamps.length > 0))
}

/** What is new about somebody, with the values it replaces where two may stand side by side. */
export function edit<Name extends RecordName>(rows: Reader, record: Name, id: string, fields: SomeFields<Name>, beside: readonly string[]): Draft {
  const replaced = basedOn(
    rows,
    record,
    id,
    beside.filter((field) => field in fields),
  )
  return { record, row: id, fields, ...(replaced && Object.keys(replaced).length > 0 ? { basedOn: replaced } : {}) } as unknown as Draft // a record of its own kind
}

const editing = z.object({ personId: idSchema, fields: personFields })

/** Writes down what is new about a person; only the fields that changed. */
export const editPerson = defineCommand({
  input: editing,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(rows, { personId, fields }) {
    const now = rows.get('person', personId)
    if (!now) return fail('noSuchPerson')
    const open = rows.row('person', personId)
    const differs = ([field, value]: [string, unknown]) =>
      value !== undefined && (jsonText(value) !== jsonText(now[field as keyof typeof now]) || (open && openValues(open, field).length > 1))
    const changed = Object.fromEntries(Object.entries({ ...fields, ...byHand(fields, now) }).filter(differs))
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    if ('givenName' in changed && !changed.givenName) return fail('nameMissing')
    return ok({ drafts: [edit(rows, 'person', personId, changed, ['phone', 'address'])], answer: null })
  },
})

/** What they say themselves of photos has no end, whatever they agreed before. */
function byHand({ photo }: { photo?: unknown }, { photoUntil }: Entity<'person'>): { photoUntil?: null } {
  return photo !== undefined && photoUntil ? { photoUntil: null } : {}
}

const addingPerson = z.object({ fields: personFields, groupId: idSchema.optional(), since: dateSchema })

/** Adds somebody from the People screen, not at the door. */
export const addPerson = defineCommand({
  input: addingPerson,
  needs: () => [],
  decide(_rows, { fields, groupId, since }, context) {
    if (!fields.givenName) return fail('nameMissing')
    const personId = context.newId()
    const joined: Draft[] = groupId ? [{ record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since } }] : []
    return ok({ drafts: [{ record: 'person', row: personId, fields: given(fields) }, ...joined], answer: { personId } })
  },
})

const contact = z.object({
  name: z.string().trim().max(200),
  relationship: z.string().trim().max(100).optional(),
  phone: z.string().trim().min(1).max(40),
})
const addingContact = contact.extend({ personId: idSchema })

/** Whom to ring for somebody. */
export const addEmergencyContact = defineCommand({
  input: addingContact,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(rows, { personId, name, relationship, phone }, context) {
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    const row = context.newId()
    const fields = { personId, name, phone, ...(relationship ? { relationship } : {}) }
    return ok({ drafts: [{ record: 'emergencyContact', row, fields }], answer: { contactId: row } })
  },
})

const editingContact = z.object({
  contactId: idSchema,
  fields: contact.partial().extend({ removedBecause: z.string().max(200).nullable().optional() }),
})

/** Changes a contact; two numbers that did not see each other are both kept until somebody chooses. */
export const editEmergencyContact = defineCommand({
  input: editingContact,
  needs: ({ contactId }) => [{ record: 'emergencyContact', id: contactId }],
  decide(rows, { contactId, fields }) {
    if (!rows.get('emergencyContact', contactId)) return fail('noSuchPerson')
    if (Object.values(fields).every((value) => value === undefined)) return fail('nothingChanged')
    return ok({ drafts: [edit(rows, 'emergencyContact', contactId, given(fields), ['phone'])], answer: null })
  },
})
