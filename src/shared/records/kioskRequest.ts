import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Why somebody at the kiosk wants the leader. The details are spoken, never typed there (story 17). */
export const kioskRequestKind = z.enum(['changed', 'help', 'noPhotos', 'someoneNew'])

/** Shown to the leader until somebody has seen to it. */
export const kioskRequest = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    /** Who asked; nobody is known yet when someone new typed a first name. */
    personId: ref('person', idSchema.nullable().optional(), [...everyLaptop, 'log']),
    kind: field(kioskRequestKind, everyLaptop),
    /** The first name that was not found. */
    firstName: field(z.string().max(60).optional(), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    seenToAt: field(momentSchema.nullable().optional(), everyLaptop),
    seenToBy: actor(idSchema.nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  formerly: ['attention'],
  added: [],
})
