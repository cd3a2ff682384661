import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What was agreed after the questions (story 7). Never a clearance: it says what the person does today and what they were
 * told. `declined`: they would rather not answer; the leader decides and says why.
 */
export const declarationOutcome = z.enum(['takingPart', 'modified', 'sittingOut', 'askedToCheck', 'declined'])
export type DeclarationOutcome = z.infer<typeof declarationOutcome>

/** One dated declaration of a person. Only added; the latest by its own time holds, and it ends after 12 months. */
export const declaration = defineRecord({
  name: 'declaration',
  schema: z.object({
    personId: idSchema,
    /** At which session it was made, if at one. */
    sessionId: idSchema.nullable().optional(),
    /** Version of the questions (rules/declarations.ts). */
    questions: z.string().max(20),
    /** Yes or no by question; a question that was not answered is not in it. */
    answers: z.record(z.string().max(40), z.boolean()),
    outcome: declarationOutcome,
    /** In the person's words; needed when they declined to answer or something is changed for them. */
    words: z.string().max(2000).optional(),
    /** Asked where babies come along: how many weeks ago they gave birth, and whether the check at six to eight weeks was done. */
    weeksSinceBirth: z.int().min(0).max(520).nullable().optional(),
    checkDone: z.boolean().nullable().optional(),
    /** "Anything changed?" answered with no: the answers of the one before still hold. */
    unchanged: z.boolean().optional(),
    /** When the questions were last answered in full: 12 months from then they are asked in full again. */
    askedAt: momentSchema.optional(),
    /** The name the person gave for it, as a signature is. */
    signedAs: z.string().max(200),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    personId: [...everyLaptop, 'log'], sessionId: everyLaptop, questions: everyLaptop, answers: everyLaptop, outcome: everyLaptop,
    words: everyLaptop, weeksSinceBirth: everyLaptop, checkDone: everyLaptop, unchanged: everyLaptop, askedAt: everyLaptop, signedAs: everyLaptop, at: everyLaptop, byId: everyLaptop, voidedBecause: everyLaptop,
  },
  added: [],
})
