import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Something somebody will do, by when. "Who" may be the person. */
export const planAction = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    planId: ref('plan', idSchema, caseLaptops),
    goalId: ref('planGoal', idSchema.nullable().optional(), caseLaptops),
    what: field(z.string().min(1).max(1000), caseLaptops),
    who: field(z.string().min(1).max(200), caseLaptops),
    dueOn: field(dateSchema.nullable().optional(), caseLaptops),
    state: field(z.enum(['toDo', 'done', 'dropped']), caseLaptops),
    doneOn: field(dateSchema.nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'planId'],
  sideBySide: ['what'],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
