import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * Who comes along and has no record of their own (story 8, domain 10.2). `unknown` is a name on a paper sheet that
 * nobody can read: one head. An assistance dog is written down so that the place is ready, and never counted.
 */
export const companionKind = z.enum(['guest', 'carer', 'child', 'baby', 'unknown', 'assistanceDog'])
export type CompanionKind = z.infer<typeof companionKind>

/** Heads at a session without records of their own, with the person they came with or alone. */
export const companion = defineRecord({
  name: 'companion',
  schema: z.object({
    sessionId: idSchema,
    /** With whom they came; they leave with them. */
    withId: idSchema.nullable().optional(),
    kind: companionKind,
    number: z.int().min(1).max(99),
    at: momentSchema,
    byId: idSchema,
    leftAt: momentSchema.nullable().optional(),
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...laptopsAndCsv, 'log'],
    withId: everyLaptop,
    kind: laptopsAndCsv,
    number: laptopsAndCsv,
    at: laptopsAndCsv,
    byId: everyLaptop,
    leftAt: laptopsAndCsv,
    voidedBecause: everyLaptop,
  },
  added: [],
})
