import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Something worth remembering about a session or a person. Only added to, never rewritten. */
export const note = defineRecord({
  fields: {
    /** The session or person it is about. */
    aboutId: ref(['session', 'person'], idSchema, [...everyLaptop, 'log']),
    text: field(z.string().min(1).max(4000), everyLaptop),
    /** A call to make, or something found, is asked for again until somebody has done it (story 12). */
    kind: field(z.enum(['worthACall', 'lostProperty', 'next']).optional(), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['aboutId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'about', session: 'aboutId', person: 'aboutId' },
  endedBy: 'voidedBecause',
  added: [],
})
