import { z } from 'zod'
import { actor, caseLaptopsAndCsv, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { planConfidence } from './planConfidence.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/**
 * How sure somebody said at the café that they can do what they set out to do: the question of their plan, asked by whoever holds the
 * register. Facilitators hear the answer once and do not get it back: of others' laptops theirs knows that somebody was asked, no more.
 */
export const cafeConfidence = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    /** 0 not at all, 10 completely. Nothing on a laptop to which it does not go. */
    value: field(planConfidence.schema.shape.value.optional(), caseLaptopsAndCsv),
    /** The day of the session. */
    on: field(dateSchema, [...everyLaptop, 'csv']),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['personId', 'sessionId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: everyRole,
  writtenOnce: ['voidedBecause'],
  seenBy: { by: 'register', session: 'sessionId', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
