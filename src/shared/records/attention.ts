import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'

/** Why somebody at the kiosk wants the leader. The details are spoken, never typed there (story 17). */
export const attentionKind = z.enum(['changed', 'help', 'noPhotos', 'someoneNew'])

/** Shown to the leader until somebody has seen to it. */
export const attention = defineRecord({
  name: 'attention',
  schema: z.object({
    sessionId: z.uuid(),
    /** Who asked; nobody is known yet when someone new typed a first name. */
    personId: z.uuid().nullable().optional(),
    kind: attentionKind,
    /** The first name that was not found. */
    firstName: z.string().max(60).optional(),
    at: z.iso.datetime(),
    byId: z.uuid(),
    seenToAt: z.iso.datetime().nullable().optional(),
    seenToBy: z.uuid().nullable().optional(),
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
