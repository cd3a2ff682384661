import { z } from 'zod'
import { defineRecord, laptopsAndCsv } from './defineRecord.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** How today is, for somebody who signed in at the kiosk: five faces, never with a name (story 17). */
export const feeling = defineRecord({
  name: 'feeling',
  schema: z.object({
    sessionId: idSchema,
    /** 1 a hard day, 5 a good day. */
    today: z.int().min(1).max(5),
    /** The date only: with a time it would say who it was. */
    on: dateSchema,
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: { sessionId: [...laptopsAndCsv, 'log'], today: laptopsAndCsv, on: laptopsAndCsv },
  added: [],
})
