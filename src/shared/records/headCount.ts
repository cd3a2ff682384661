import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** When heads are counted: a walk goes out and comes back, a room fills and empties (domain 10.1). */
export const headCountMoment = z.enum(['out', 'halfway', 'back', 'in', 'end'])
export type HeadCountMoment = z.infer<typeof headCountMoment>

/** What explains a count that does not agree. */
export const headCountBecause = z.enum(['leftEarly', 'neverCame', 'helper', 'miscount', 'other'])
export type HeadCountBecause = z.infer<typeof headCountBecause>

/** How many heads somebody counted at one moment. Each count is a new row; the latest of a moment holds. */
export const headCount = defineRecord({
  name: 'headCount',
  schema: z.object({
    sessionId: idSchema,
    moment: headCountMoment,
    counted: z.int().min(0).max(2000),
    /** How many were signed in and not gone at that time. */
    expected: z.int().min(0).max(2000),
    /** Babies, counted apart from the others (story 8). */
    babies: z.int().min(0).max(999).optional(),
    babiesExpected: z.int().min(0).max(999).optional(),
    /** What explains the difference; null: the counter was asked and did not know yet. */
    because: headCountBecause.nullable().optional(),
    /** Whom the counter did not see, by person. */
    missingIds: z.array(idSchema).max(2000),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...laptopsAndCsv, 'log'],
    moment: laptopsAndCsv,
    counted: laptopsAndCsv,
    expected: laptopsAndCsv,
    babies: laptopsAndCsv,
    babiesExpected: laptopsAndCsv,
    because: laptopsAndCsv,
    missingIds: everyLaptop,
    at: laptopsAndCsv,
    byId: everyLaptop,
    voidedBecause: everyLaptop,
  },
  added: [],
})
