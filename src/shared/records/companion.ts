import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * Who comes along and has no record of their own (story 8, domain 10.2). `unknown` is a name on a paper sheet that
 * nobody can read: one head. An assistance dog is written down so that the place is ready, and never counted.
 */
export const companionKind = z.enum(['guest', 'carer', 'child', 'baby', 'unknown', 'assistanceDog'])
export type CompanionKind = z.infer<typeof companionKind>

/** Heads at a session without records of their own, with the person they came with or alone. */
export const companion = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...laptopsAndCsv, 'log']),
    /** With whom they came; they leave with them. */
    withId: ref('person', idSchema.nullable().optional(), everyLaptop),
    kind: field(companionKind, laptopsAndCsv),
    number: field(z.int().min(1).max(99), laptopsAndCsv),
    at: field(momentSchema, laptopsAndCsv),
    byId: actor(idSchema, everyLaptop),
    leftAt: field(momentSchema.nullable().optional(), laptopsAndCsv),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  endedBy: 'voidedBecause',
  whenErased: { keeps: ['kind', 'number', 'at', 'leftAt'], marks: ['voidedBecause'] },
  added: [],
})
