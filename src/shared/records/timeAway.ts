import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Leave or sickness of a link worker, and who covers for them meanwhile (story 20). */
export const timeAway = defineRecord({
  fields: {
    colleagueId: ref('colleague', idSchema, caseLaptops),
    from: field(dateSchema, caseLaptops),
    /** The last day; null while nobody knows. */
    until: field(dateSchema.nullable(), caseLaptops),
    coverId: ref('colleague', idSchema.nullable(), caseLaptops),
    note: field(z.string().max(1000).optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: [],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  added: [],
})
