import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A printed sheet (story 15): numbered, so that it can be asked for, and ticked off when it came back or was shredded. */
export const paperSheet = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    kind: field(z.enum(['register', 'emergency']), everyLaptop),
    /** Printed on it: four digits and the laptop's letter are enough to tell two sheets apart. */
    number: field(z.string().max(20), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    keyedInAt: field(momentSchema.nullable().optional(), everyLaptop),
    endedAt: field(momentSchema.nullable().optional(), everyLaptop),
    ended: field(z.enum(['returned', 'destroyed', 'lost']).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  formerly: ['sheet'],
  added: [],
})
