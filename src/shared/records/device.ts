import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** One enrolled laptop. Written by the server only. */
export const device = defineRecord({
  name: 'device',
  schema: z.object({
    name: z.string().min(1).max(200),
    colleagueId: idSchema,
    enrolledAt: momentSchema,
    revokedAt: momentSchema.nullable().optional(),
  }),
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  goes: { name: everyLaptop, colleagueId: [...everyLaptop, 'log'], enrolledAt: everyLaptop, revokedAt: everyLaptop },
  added: [],
})
