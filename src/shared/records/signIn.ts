import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * One act at the door. Two laptops may each record one for the same person: they are here while any of them is not
 * voided (rules/attendance.ts), so undoing a mis-click never takes away what another laptop saw (house 10.1).
 */
export const signIn = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...laptopsAndCsv, 'log']),
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    arrivedAt: field(momentSchema, laptopsAndCsv),
    how: field(z.enum(['facilitator', 'kiosk', 'paper', 'card']), laptopsAndCsv),
    /** Who recorded it. */
    byId: actor(idSchema, everyLaptop),
    /** Came for the café only: no declaration, and no head on the walk (story 9). */
    part: field(z.enum(['whole', 'cafe']).optional(), laptopsAndCsv),
    /** The session in whose register it was written by mistake. */
    movedFrom: ref('session', idSchema.optional(), everyLaptop),
    /** When they left before the end. */
    leftAt: field(momentSchema.nullable().optional(), laptopsAndCsv),
    /** Why this one act was taken back. */
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
    voidedBy: actor(idSchema.nullable().optional(), everyLaptop),
    voidedAt: field(momentSchema.nullable().optional(), everyLaptop),
    /** Why it was written or changed after the session had been closed. */
    correctedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId', 'personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId', person: 'personId' },
  endedBy: 'voidedBecause',
  whenErased: { keeps: ['arrivedAt', 'how', 'part', 'leftAt', 'voidedAt'], marks: ['voidedBecause', 'correctedBecause'] },
  added: [],
})
