import { z } from 'zod'
import { actor, caseRoles, defineRecord, everyLaptop, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** What a facilitator is told of somebody who is to come for the first time, and nothing more: who referred them, and who they know (story 23). */
export const introduction = defineRecord({
  fields: {
    groupId: ref('group', idSchema, [...everyLaptop, 'log']),
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    /** The first date agreed, if one was. */
    firstOn: field(dateSchema.nullable().optional(), everyLaptop),
    /** The link worker who referred them. */
    referredBy: ref('colleague', idSchema, everyLaptop),
    /** A colleague whom they know already, and who goes along. */
    knowsId: ref('colleague', idSchema.nullable().optional(), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['groupId', 'personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'group', group: 'groupId', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
