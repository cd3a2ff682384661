import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * One act at the door. Two laptops may each record one for the same person: they are here while any of them is not
 * voided (rules/attendance.ts), so undoing a mis-click never takes away what another laptop saw (house 10.1).
 */
export const signIn = defineRecord({
  name: 'signIn',
  schema: z.object({
    sessionId: idSchema,
    personId: idSchema,
    arrivedAt: momentSchema,
    how: z.enum(['facilitator', 'kiosk', 'paper', 'card']),
    /** Who recorded it. */
    byId: idSchema,
    /** Came for the café only: no declaration, and no head on the walk (story 9). */
    part: z.enum(['whole', 'cafe']).optional(),
    /** The session in whose register it was written by mistake. */
    movedFrom: idSchema.optional(),
    /** When they left before the end. */
    leftAt: momentSchema.nullable().optional(),
    /** Why this one act was taken back. */
    voidedBecause: z.string().max(300).nullable().optional(),
    voidedBy: idSchema.nullable().optional(),
    voidedAt: momentSchema.nullable().optional(),
    /** Why it was written or changed after the session had been closed. */
    correctedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId', 'personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...laptopsAndCsv, 'log'],
    personId: [...everyLaptop, 'log'],
    arrivedAt: laptopsAndCsv,
    how: laptopsAndCsv,
    byId: everyLaptop,
    part: laptopsAndCsv,
    movedFrom: everyLaptop,
    leftAt: laptopsAndCsv,
    voidedBecause: everyLaptop,
    voidedBy: everyLaptop,
    voidedAt: everyLaptop,
    correctedBecause: everyLaptop,
  },
  added: [],
})
