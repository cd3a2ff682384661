import { z } from 'zod'
import { defineRecord, everyLaptop, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** One enrolled laptop. Written by the server only. */
export const device = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), everyLaptop),
    colleagueId: ref('colleague', idSchema, [...everyLaptop, 'log']),
    enrolledAt: field(momentSchema, everyLaptop),
    revokedAt: field(momentSchema.nullable().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  writers: [],
  seenBy: { by: 'team' },
  endedBy: 'revokedAt',
  added: [],
})
