import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** How sure somebody is that they can do what their plan says, asked when it is agreed and at each review (domain 4). Each answer stays. */
export const planConfidence = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    planId: ref('plan', idSchema, caseLaptops),
    /** 0 not at all, 10 completely. */
    value: field(z.int().min(0).max(10), caseLaptopsAndCsv),
    asked: field(z.enum(['agreed', 'review']), caseLaptopsAndCsv),
    on: field(dateSchema, caseLaptopsAndCsv),
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
