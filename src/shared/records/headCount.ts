import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** When heads are counted: a walk goes out and comes back, a room fills and empties (domain 10.1). */
export const headCountMoment = z.enum(['out', 'halfway', 'back', 'in', 'end'])
export type HeadCountMoment = z.infer<typeof headCountMoment>

/** What explains a count that does not agree. */
export const headCountBecause = z.enum(['leftEarly', 'neverCame', 'helper', 'miscount', 'other'])
export type HeadCountBecause = z.infer<typeof headCountBecause>

/** How many heads somebody counted at one moment. Each count is a new row; the latest of a moment holds. */
export const headCount = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...laptopsAndCsv, 'log']),
    moment: field(headCountMoment, laptopsAndCsv),
    counted: field(z.int().min(0).max(2000), laptopsAndCsv),
    /** How many were signed in and not gone at that time. */
    expected: field(z.int().min(0).max(2000), laptopsAndCsv),
    /** Babies, counted apart from the others (story 8). */
    babies: field(z.int().min(0).max(999).optional(), laptopsAndCsv),
    babiesExpected: field(z.int().min(0).max(999).optional(), laptopsAndCsv),
    /** What explains the difference; null: the counter was asked and did not know yet. */
    because: field(headCountBecause.nullable().optional(), laptopsAndCsv),
    /** Whom the counter did not see, by person. */
    missingIds: ref('person', z.array(idSchema).max(2000), everyLaptop),
    at: field(momentSchema, laptopsAndCsv),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  endedBy: 'voidedBecause',
  added: [],
})
