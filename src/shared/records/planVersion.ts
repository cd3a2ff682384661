import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** A plan as it was agreed: never changed again. */
export const planVersion = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    planId: ref('plan', idSchema, caseLaptops),
    number: field(z.int().min(1).max(999), caseLaptops),
    /** Texts, goals and actions as they stood. */
    texts: field(z.record(z.string().max(40), z.string().max(4000)), caseLaptops),
    goals: field(z.array(z.object({ words: z.string().max(1000), outcome: z.string().max(20) })).max(50), caseLaptops),
    actions: field(z.array(z.object({ what: z.string().max(1000), who: z.string().max(200), dueOn: dateSchema.nullable() })).max(100), caseLaptops),
    agreedOn: field(dateSchema, caseLaptops),
    agreedWith: field(z.string().max(200), caseLaptops),
    agreedAs: field(z.string().max(20), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'planId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  writtenOnce: ['voidedBecause'],
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
