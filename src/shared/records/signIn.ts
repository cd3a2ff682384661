import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'

/**
 * One act at the door. Two laptops may each record one for the same person: they are here while any of them is not
 * voided (rules/attendance.ts), so undoing a mis-click never takes away what another laptop saw (house 10.1).
 */
export const signIn = defineRecord({
  name: 'signIn',
  schema: z.object({
    sessionId: z.uuid(),
    personId: z.uuid(),
    arrivedAt: z.iso.datetime(),
    how: z.enum(['facilitator', 'kiosk', 'paper', 'card']),
    /** Who recorded it. */
    byId: z.uuid(),
    /** When they left before the end. */
    leftAt: z.iso.datetime().nullable().optional(),
    /** Why this one act was taken back. */
    voidedBecause: z.string().max(300).nullable().optional(),
    voidedBy: z.uuid().nullable().optional(),
    voidedAt: z.iso.datetime().nullable().optional(),
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
    leftAt: laptopsAndCsv,
    voidedBecause: everyLaptop,
    voidedBy: everyLaptop,
    voidedAt: everyLaptop,
    correctedBecause: everyLaptop,
  },
  added: [],
})
