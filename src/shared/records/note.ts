import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Something worth remembering about a session or a person. Only added to, never rewritten. */
export const note = defineRecord({
  name: 'note',
  schema: z.object({
    /** The session or person it is about. */
    aboutId: idSchema,
    text: z.string().min(1).max(4000),
    /** A call to make, or something found, is asked for again until somebody has done it (story 12). */
    kind: z.enum(['worthACall', 'lostProperty', 'next']).optional(),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['aboutId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: { aboutId: [...everyLaptop, 'log'], text: everyLaptop, kind: everyLaptop, at: everyLaptop, byId: everyLaptop, voidedBecause: everyLaptop },
  added: [],
})
