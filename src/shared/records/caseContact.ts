import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A call, visit, text or letter, and what came of it. A no-answer is one too: three of them may end a case (story 19). */
export const caseContact = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),
    episodeId: ref('episode', idSchema, [...caseLaptops, 'log']),

    how: field(z.enum(['call', 'visit', 'meeting', 'text', 'letter', 'email']), caseLaptopsAndCsv),
    came: field(z.enum(['spoke', 'noAnswer', 'message', 'sent', 'wrongNumber']), caseLaptopsAndCsv),
    /** When it was: written down later, it is not when it was written. */
    on: field(momentSchema, caseLaptopsAndCsv),
    minutes: field(z.int().min(0).max(600).nullable().optional(), caseLaptopsAndCsv),
    words: field(z.string().max(4000).optional(), caseLaptops),
    agreed: field(z.string().max(2000).optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
