import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Something that somebody needs and that there is not: what, where, when they could come, what is in the way (story 25). The same person with the same gap counts once (rules/gaps.ts). */
export const gap = defineRecord({
  fields: {
    personId: ref('person', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    need: field(z.string().min(1).max(40), caseLaptopsAndCsv),
    /** Town or postcode district. */
    place: field(z.string().max(60), caseLaptopsAndCsv),
    /** Times of the week, "MO-am". */
    times: field(z.array(z.string().max(10)).max(21), caseLaptopsAndCsv),
    barrier: field(
      z.enum(['noSuchGroup', 'full', 'tooFar', 'wrongTime', 'cost', 'access', 'confidence', 'language', 'transport']),
      caseLaptopsAndCsv,
    ),
    wants: field(z.string().max(500).optional(), caseLaptops),
    /** May be asked when something is planned for it. */
    mayAsk: field(z.boolean(), caseLaptops),
    from: field(z.enum(['match', 'call', 'cafe', 'kiosk']), caseLaptops),
    on: field(dateSchema, caseLaptopsAndCsv),
    /** Counted with another: two of the board that are one. */
    joinedTo: ref('gap', idSchema.nullable().optional(), caseLaptops),
    /** The group that fills it. */
    filledBy: ref('group', idSchema.nullable().optional(), caseLaptops),
    /** The day on which somebody said that it is filled. */
    filledOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
