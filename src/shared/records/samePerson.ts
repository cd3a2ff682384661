import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { samePersonIdOf } from '../std/ids.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What somebody has said of two people who may be one (story 18). Its id is worked out from the pair, so two laptops answer one question.
 * `same`: everything of the other is shown with the survivor, and nothing is moved: taken back, both are as they were.
 */
export const samePerson = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    otherId: ref('person', idSchema, [...everyLaptop, 'log']),
    answer: field(z.enum(['same', 'notSame', 'later']), everyLaptop),
    /** Which of the two goes on. */
    survivorId: ref('person', idSchema.nullable().optional(), [...everyLaptop, 'log']),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['personId', 'otherId'],
  sideBySide: [],
  resident: true,
  shownWhileHeld: true,
  writers: everyRole,
  idOf: { from: ['personId', 'otherId'], make: ({ personId, otherId }) => samePersonIdOf(personId, otherId) },
  seenBy: { by: 'contact', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
