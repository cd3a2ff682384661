import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A printed sheet (story 15): numbered, so that it can be asked for, and ticked off when it came back or was shredded. */
export const sheet = defineRecord({
  name: 'sheet',
  schema: z.object({
    sessionId: idSchema,
    kind: z.enum(['register', 'emergency']),
    /** Printed on it: four digits and the laptop's letter are enough to tell two sheets apart. */
    number: z.string().max(20),
    at: momentSchema,
    byId: idSchema,
    keyedInAt: momentSchema.nullable().optional(),
    endedAt: momentSchema.nullable().optional(),
    ended: z.enum(['returned', 'destroyed', 'lost']).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], kind: everyLaptop, number: everyLaptop, at: everyLaptop, byId: everyLaptop,
    keyedInAt: everyLaptop, endedAt: everyLaptop, ended: everyLaptop,
  },
  added: [],
})
