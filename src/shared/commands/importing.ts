import { z } from 'zod'
import { fills, importInput, type PlannedPerson } from '../portable/importMembers.ts'
import { membershipIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import type { PlainDate } from '../std/dates.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Reader } from './command.ts'
import { edit } from './people.ts'

/**
 * Imports members from a checked plan: whole or nothing on this laptop (house 10.1). Somebody who is known already
 * joins the group and is not written twice.
 */
export const importMembers = defineCommand({
  by: ['linkWorker', 'lead'],
  input: importInput,
  needs: ({ groupId, people }) => [
    { record: 'group', id: groupId },
    { record: 'membership', where: 'groupId', is: groupId },
    ...people.flatMap(({ knownId }) => (knownId ? [{ record: 'person' as const, id: knownId }] : [])),
  ],
  decide(rows, input, context) {
    if (!rows.get('group', input.groupId)) return fail('noSuchGroup')
    const importId = context.newId()
    const write = (id: string, fields: Record<string, unknown>) => edit(rows, 'person', id, fields, ['phone', 'address'])
    const drafts = input.people.flatMap((row) => importedPerson(row, input, importId, context, rows, write))
    const added = drafts.filter((draft) => draft.record === 'person' && 'importId' in draft.fields).length
    const joined = drafts.filter((draft) => draft.record === 'membership').length
    const filled = input.people.filter(fills).length
    return ok({ drafts, answer: { added, joined, filled, importId } })
  },
})

const undoing = z.object({ people: z.array(idSchema).max(50_000), memberships: z.array(idSchema).max(50_000), endedOn: dateSchema })

/**
 * Takes back an import: the people and memberships named, which the worker has found untouched since. Those somebody
 * touched are listed by the screen and stay.
 */
export const undoImport = defineCommand({
  by: ['linkWorker', 'lead'],
  input: undoing,
  needs: () => [],
  decide(_rows, { people, memberships, endedOn }) {
    const removed = people.map((row): Draft => ({ record: 'person', row, fields: { removedBecause: 'the import was undone' } }))
    const ended = memberships.map((row): Draft => ({ record: 'membership', row, fields: { endedOn } }))
    return ok({ drafts: [...removed, ...ended], answer: null })
  },
})

/** The drafts of one imported row. @param edit writes what is new about somebody known */
function importedPerson(
  row: PlannedPerson,
  input: { groupId: string; since: PlainDate },
  importId: string,
  context: Context,
  rows: Reader,
  edit: (id: string, fields: PlannedPerson['fields']) => Draft,
): Draft[] {
  const personId = row.knownId ?? context.newId()
  const fields = Object.keys(row.fields).length > 0
  const person: Draft[] = row.knownId
    ? fields
      ? [edit(personId, row.fields)]
      : []
    : [{ record: 'person', row: personId, fields: { ...row.fields, importId } }]
  const contacts = (row.contacts ?? []).map((one): Draft => ({
    record: 'emergencyContact',
    row: context.newId(),
    fields: { personId, ...(one as Record<string, string>) },
  }))
  const notes = (row.notes ?? []).map((text): Draft => ({
    record: 'note',
    row: context.newId(),
    fields: { aboutId: personId, text, at: context.now, byId: context.actor },
  }))
  return [...person, ...contacts, ...notes, ...joinedGroup(personId, input, importId, rows)]
}

function joinedGroup(personId: string, { groupId, since }: { groupId: string; since: PlainDate }, importId: string, rows: Reader): Draft[] {
  const row = membershipIdOf(groupId, personId)
  const before = rows.get('membership', row)
  if (before && !before.endedOn) return []
  return [{ record: 'membership', row, fields: before ? { endedOn: null, importId } : { groupId, personId, since, importId } }]
}
