import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** How somebody heard that a session is off or elsewhere (story 14). `noAnswer` is an attempt: ring again. */
export const sessionCallOutcome = z.enum(['spoken', 'message', 'noAnswer'])

/** One attempt to tell one person about a cancelled or moved session. */
export const sessionCall = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    how: field(sessionCallOutcome, everyLaptop),
    /** What they were told (rules/news.ts): who heard that it is off must hear again when it is on. */
    news: field(z.string().max(120).optional(), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId', person: 'personId' },
  endedBy: 'voidedBecause',
  formerly: ['told'],
  added: [],
})
