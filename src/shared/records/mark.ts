import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What is known of somebody who is not signed in: they told the team before (`apologies`), somebody looked and they were
 * not there (`absent`), or the session is full and they would like a place (`waiting`). Nothing recorded is none of these.
 */
export const markState = z.enum(['apologies', 'absent', 'waiting'])
export type MarkState = z.infer<typeof markState>

/** One mark on a register. The latest that is not taken back holds (rules/marks.ts); a sign-in is stronger than any. */
export const mark = defineRecord({
  name: 'mark',
  schema: z.object({
    sessionId: idSchema,
    personId: idSchema,
    state: markState,
    /** "On holiday", "bad back": only if they gave it. */
    because: z.string().max(200).optional(),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
    /** Why it was written after the session had been closed. */
    correctedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId', 'personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...laptopsAndCsv, 'log'],
    personId: [...everyLaptop, 'log'],
    state: laptopsAndCsv,
    because: everyLaptop,
    at: laptopsAndCsv,
    byId: everyLaptop,
    voidedBecause: everyLaptop,
    correctedBecause: everyLaptop,
  },
  added: [],
})
