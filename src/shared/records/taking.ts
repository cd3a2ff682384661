import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A laptop is taken along to a session with everything on it (story 1): a second one is told, and allowed. */
export const taking = defineRecord({
  name: 'taking',
  schema: z.object({
    sessionId: idSchema,
    deviceId: idSchema,
    /** What the laptop was called when it was taken. */
    deviceName: z.string().max(100),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], deviceId: [...everyLaptop, 'log'], deviceName: everyLaptop, at: everyLaptop, byId: everyLaptop,
    voidedBecause: everyLaptop,
  },
  added: [],
})
