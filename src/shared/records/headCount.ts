import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'

/** When heads are counted on a walk (domain 10.1). */
export const headCountMoment = z.enum(['out', 'halfway', 'back'])
export type HeadCountMoment = z.infer<typeof headCountMoment>

/** How many heads somebody counted at one moment. Each count is a new row; the latest of a moment holds. */
export const headCount = defineRecord({
  name: 'headCount',
  schema: z.object({
    sessionId: z.uuid(),
    moment: headCountMoment,
    counted: z.int().min(0).max(2000),
    /** How many were signed in and not gone at that time. */
    expected: z.int().min(0).max(2000),
    /** Whom the counter did not see, by person. */
    missingIds: z.array(z.uuid()).max(2000),
    at: z.iso.datetime(),
    byId: z.uuid(),
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
    missingIds: everyLaptop,
    at: laptopsAndCsv,
    byId: everyLaptop,
    voidedBecause: everyLaptop,
  },
  added: [],
})
