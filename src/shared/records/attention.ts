import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Why somebody at the kiosk wants the leader. The details are spoken, never typed there (story 17). */
export const attentionKind = z.enum(['changed', 'help', 'noPhotos', 'someoneNew'])

/** Shown to the leader until somebody has seen to it. */
export const attention = defineRecord({
  name: 'attention',
  schema: z.object({
    sessionId: idSchema,
    /** Who asked; nobody is known yet when someone new typed a first name. */
    personId: idSchema.nullable().optional(),
    kind: attentionKind,
    /** The first name that was not found. */
    firstName: z.string().max(60).optional(),
    at: momentSchema,
    byId: idSchema,
    seenToAt: momentSchema.nullable().optional(),
    seenToBy: idSchema.nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], personId: [...everyLaptop, 'log'], kind: everyLaptop, firstName: everyLaptop, at: everyLaptop,
    byId: everyLaptop, seenToAt: everyLaptop, seenToBy: everyLaptop,
  },
  added: [],
})
