import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What is known of somebody who is not signed in: they told the team before (`apologies`), somebody looked and they were
 * not there (`absent`), or the session is full and they would like a place (`waiting`). Nothing recorded is none of these.
 */
export const registerMarkState = z.enum(['apologies', 'absent', 'waiting'])
export type RegisterMarkState = z.infer<typeof registerMarkState>

/** One mark on a register. The latest that is not taken back holds (rules/marks.ts); a sign-in is stronger than any. */
export const registerMark = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...laptopsAndCsv, 'log']),
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    state: field(registerMarkState, laptopsAndCsv),
    /** "On holiday", "bad back": only if they gave it. */
    because: field(z.string().max(200).optional(), everyLaptop),
    at: field(momentSchema, laptopsAndCsv),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
    /** Why it was written after the session had been closed. */
    correctedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId', 'personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId', person: 'personId' },
  endedBy: 'voidedBecause',
  formerly: ['mark'],
  whenErased: { keeps: ['state', 'at'], marks: ['voidedBecause', 'correctedBecause'] },
  added: [],
})
