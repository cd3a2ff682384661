import { z } from 'zod'
import { colleague } from '../records/colleague.ts'
import { group } from '../records/group.ts'
import { team } from '../records/team.ts'
import { venue } from '../records/venue.ts'
import { membershipIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft, type SomeFields } from './command.ts'
import { given } from './given.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

const makingGroup = z.object({ fields: group.schema })

/** Starts a group. */
export const createGroup = defineCommand({
  by: ['linkWorker', 'lead'],
  input: makingGroup,
  needs: () => [],
  decide(_rows, { fields }, context) {
    const row = context.newId()
    return ok({ drafts: [{ record: 'group', row, fields: given(fields) }], answer: { groupId: row } })
  },
})

const editingGroup = z.object({ groupId: idSchema, fields: group.schema.partial() })

/** Changes a group. Past sessions keep what they were: a slot that moves gets an end and a new slot a start. */
export const editGroup = defineCommand({
  by: ['linkWorker', 'lead'],
  input: editingGroup,
  needs: ({ groupId }) => [{ record: 'group', id: groupId }],
  decide(rows, { groupId, fields }) {
    if (!rows.get('group', groupId)) return fail('noSuchGroup')
    return ok({ drafts: [{ record: 'group', row: groupId, fields: given(fields) }], answer: null })
  },
})

/** Everything that a lead says of publishing a group. */
const publishing = z.object({
  groupId: idSchema,
  fields: group.schema.pick({ published: true, publicContact: true, publicPhone: true, publicEmail: true, pence: true }),
})

/** Tells everybody of a group, or no longer, and who they may ask (story 38). */
export const publishGroup = defineCommand({
  by: ['lead'],
  input: publishing,
  needs: ({ groupId }) => [{ record: 'group', id: groupId }],
  decide(rows, { groupId, fields }) {
    const found = rows.get('group', groupId)
    if (!found) return fail('noSuchGroup')
    const changed = changedOf(found, fields)
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'group', row: groupId, fields: changed }], answer: null })
  },
})

const makingVenue = z.object({ fields: venue.schema })

/** Adds a place. */
export const createVenue = defineCommand({
  by: ['linkWorker', 'lead'],
  input: makingVenue,
  needs: () => [],
  decide(_rows, { fields }, context) {
    const row = context.newId()
    return ok({ drafts: [{ record: 'venue', row, fields: given(fields) }], answer: { venueId: row } })
  },
})

const editingVenue = z.object({ venueId: idSchema, fields: venue.schema.partial() })

/** Changes a place; null takes back what was said of it. */
export const editVenue = defineCommand({
  by: ['linkWorker', 'lead'],
  input: editingVenue,
  needs: ({ venueId }) => [{ record: 'venue', id: venueId }],
  decide(rows, { venueId, fields }) {
    const found = rows.get('venue', venueId)
    if (!found) return fail('noSuchVenue')
    const changed = changedOf(found, fields)
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'venue', row: venueId, fields: changed }], answer: null })
  },
})

/** The fields that are given and not as they were. */
function changedOf<Fields extends object>(found: object, fields: Fields): ReturnType<typeof given<Fields>> {
  const before = found as Record<string, unknown>
  return Object.fromEntries(Object.entries(given(fields)).filter(([field, value]) => (before[field] ?? null) !== value)) as ReturnType<
    typeof given<Fields>
  >
}

const joining = z.object({ groupId: idSchema, personId: idSchema, since: dateSchema })

/** Signs a known person up to a group. */
export const addMember = defineCommand({
  input: joining,
  needs: ({ groupId, personId }) => [
    { record: 'membership', id: membershipIdOf(groupId, personId) },
    { record: 'membership', where: 'personId', is: personId },
    { record: 'person', id: personId },
  ],
  decide(rows, { groupId, personId, since }) {
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (rows.all('membership', 'personId', personId).some((one) => one.groupId === groupId && !one.endedOn)) return fail('alreadyMember')
    const id = membershipIdOf(groupId, personId)
    const before = rows.get('membership', id)
    const fields: SomeFields<'membership'> = before ? { endedOn: null } : { groupId, personId, since }
    return ok({ drafts: [{ record: 'membership', row: id, fields }], answer: null })
  },
})

const ending = z.object({ groupId: idSchema, personId: idSchema, endedOn: dateSchema })

/** Ends a membership; registers of the past do not change. Two who were joined may both have signed up: both end. */
export const endMembership = defineCommand({
  input: ending,
  needs: ({ personId }) => [{ record: 'membership', where: 'personId', is: personId }],
  decide(rows, { groupId, personId, endedOn }) {
    const theirs = rows.all('membership', 'personId', personId).filter((one) => one.groupId === groupId)
    const standing = theirs.filter((one) => !one.endedOn)
    if (theirs.length === 0) return fail('nothingChanged')
    const ended = standing.length > 0 ? standing : theirs // of one that had ended, another day
    return ok({ drafts: ended.map(({ id }) => ({ record: 'membership', row: id, fields: { endedOn } })), answer: null })
  },
})

/** Somebody of a partner is a facilitator and has a last day (story 36). */
const hiring = z.object({ fields: colleague.schema, groupId: idSchema.nullable().optional() }).refine(({ fields }) => isWhole(fields))

function isWhole({ partnerOf, partnerUntil, role }: z.output<typeof colleague.schema>): boolean {
  return partnerOf ? Boolean(partnerUntil) && role === 'facilitator' : !partnerUntil
}

/** Adds a colleague; a code for their laptop comes from the server. @param groupId the group that they run, as for a partner */
export const createColleague = defineCommand({
  by: ['lead'],
  input: hiring,
  needs: ({ groupId }) => (groupId ? [{ record: 'group', id: groupId }] : []),
  decide(rows, { fields, groupId }, context) {
    const row = context.newId()
    const runs = groupId ? rows.get('group', groupId) : undefined
    if (groupId && !runs) return fail('noSuchGroup')
    const facilitatorIds = [...(runs?.facilitatorIds ?? []), row]
    const group: Draft[] = groupId ? [{ record: 'group', row: groupId, fields: { facilitatorIds } }] : []
    return ok({ drafts: [{ record: 'colleague', row, fields: given(fields) }, ...group], answer: { colleagueId: row } })
  },
})

const editingColleague = z.object({ colleagueId: idSchema, fields: colleague.schema.partial() })

/** Changes what is known of a colleague: phone, training, DBS, first aid (story 37). */
export const editColleague = defineCommand({
  by: ['lead'],
  input: editingColleague,
  needs: ({ colleagueId }) => [{ record: 'colleague', id: colleagueId }],
  decide(rows, { colleagueId, fields }) {
    const found = rows.get('colleague', colleagueId)
    if (!found) return fail('noSuchPerson')
    const changed = changedOf(found, fields)
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'colleague', row: colleagueId, fields: changed }], answer: null })
  },
})

const editingTeam = z.object({ fields: team.schema.partial() })

/** Changes the team's name or duty phone. */
export const editTeam = defineCommand({
  by: ['lead'],
  input: editingTeam,
  needs: () => [],
  decide(_rows, { fields }, context) {
    return ok({ drafts: [{ record: 'team', row: context.team, fields: given(fields) }], answer: null })
  },
})
