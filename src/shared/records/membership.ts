import { defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { membershipIdOf } from '../std/ids.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** A person signed up to a group, who may never have come. Its id is computed: one person, one group, one membership. */
export const membership = defineRecord({
  fields: {
    groupId: ref('group', idSchema, [...laptopsAndCsv, 'log']),
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    since: field(dateSchema, laptopsAndCsv),
    /** The first day they are no longer signed up; past registers do not change with it (peers 3, scenario 17). */
    endedOn: field(dateSchema.nullable().optional(), laptopsAndCsv),
    importId: field(idSchema.optional(), everyLaptop),
  },
  links: ['groupId', 'personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: everyRole,
  idOf: { from: ['groupId', 'personId'], make: ({ groupId, personId }) => membershipIdOf(groupId, personId) },
  seenBy: { by: 'group', group: 'groupId', person: 'personId' },
  endedBy: 'endedOn',
  whenErased: { keeps: ['since', 'endedOn'] },
  added: [],
})
