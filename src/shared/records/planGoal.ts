import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Something the person hopes for, and how it went, in their words. */
export const planGoal = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    planId: ref('plan', idSchema, caseLaptops),
    words: field(z.string().min(1).max(1000), caseLaptops),
    priority: field(z.int().min(1).max(9).optional(), caseLaptops),
    targetOn: field(dateSchema.nullable().optional(), caseLaptops),
    /** How sure they are to do it, 0 to 10. */
    confidence: field(z.int().min(0).max(10).nullable().optional(), caseLaptopsAndCsv),
    outcome: field(z.enum(['notStarted', 'working', 'done', 'changedMind']), caseLaptopsAndCsv),
    outcomeOn: field(dateSchema.nullable().optional(), caseLaptops),
    outcomeWords: field(z.string().max(1000).optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'planId'],
  sideBySide: ['words'],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
