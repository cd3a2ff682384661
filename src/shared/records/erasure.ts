import { z } from 'zod'
import { actor, defineRecord, everyLaptop, field, ref } from './defineRecord.ts'
import { erasureIdOf } from '../std/ids.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/**
 * Somebody's words are taken out everywhere (SPEC SY40): this is the stub that stays, on every laptop and for good, and says when, by
 * whom and why. No word of the person is in it, so why is one of a list: `asked`, they asked for it; `timeOver`, it was destroyed
 * because it had been kept for as long as it must be (domain 9.6); `notOurs`, it should never have been here. One a person.
 */
export const erasure = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    why: field(z.enum(['asked', 'timeOver', 'notOurs']), everyLaptop),
    /** Until when it had to be kept, where time was why. */
    keptUntil: field(dateSchema.nullable().optional(), ['lead']),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
  },
  links: ['personId'],
  sideBySide: [],
  resident: true, // a handful: every row that comes is held against them
  shownWhileHeld: true,
  writers: ['lead'],
  idOf: { from: ['personId'], make: ({ personId }) => erasureIdOf(personId) },
  seenBy: { by: 'team' },
  added: [],
})
