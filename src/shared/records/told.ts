import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** How somebody heard that a session is off or elsewhere (story 14). `noAnswer` is an attempt: ring again. */
export const toldHow = z.enum(['spoken', 'message', 'noAnswer'])

/** One attempt to tell one person about a cancelled or moved session. */
export const told = defineRecord({
  name: 'told',
  schema: z.object({
    sessionId: idSchema,
    personId: idSchema,
    how: toldHow,
    /** What they were told (rules/news.ts): who heard that it is off must hear again when it is on. */
    news: z.string().max(120).optional(),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], personId: [...everyLaptop, 'log'], how: everyLaptop, news: everyLaptop,
    at: everyLaptop, byId: everyLaptop, voidedBecause: everyLaptop,
  },
  added: [],
})
