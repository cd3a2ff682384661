import { z } from 'zod'
import { defineRecord, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** How today is, for somebody who signed in at the kiosk: five faces, never with a name (story 17). */
export const mood = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...laptopsAndCsv, 'log']),
    /** 1 a hard day, 5 a good day. */
    today: field(z.int().min(1).max(5), laptopsAndCsv),
    /** The date only: with a time it would say who it was. */
    on: field(dateSchema, laptopsAndCsv),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  formerly: ['feeling'],
  added: [],
})
