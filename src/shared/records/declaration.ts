import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What was agreed after the questions (story 7). Never a clearance: it says what the person does today and what they were
 * told. `declined`: they would rather not answer; the leader decides and says why.
 */
export const declarationOutcome = z.enum(['takingPart', 'modified', 'sittingOut', 'askedToCheck', 'declined'])
export type DeclarationOutcome = z.infer<typeof declarationOutcome>

/** One dated declaration of a person. Only added; the latest by its own time holds, and it ends after 12 months. */
export const declaration = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    /** At which session it was made, if at one. */
    sessionId: ref('session', idSchema.nullable().optional(), everyLaptop),
    /** Version of the questions (rules/declarations.ts). */
    questions: field(z.string().max(20), everyLaptop),
    /** Yes or no by question; a question that was not answered is not in it. */
    answers: field(z.record(z.string().max(40), z.boolean()), everyLaptop),
    outcome: field(declarationOutcome, everyLaptop),
    /** In the person's words; needed when they declined to answer or something is changed for them. */
    words: field(z.string().max(2000).optional(), everyLaptop),
    /** Asked where babies come along: how many weeks ago they gave birth, and whether the check at six to eight weeks was done. */
    weeksSinceBirth: field(z.int().min(0).max(520).nullable().optional(), everyLaptop),
    checkDone: field(z.boolean().nullable().optional(), everyLaptop),
    /** "Anything changed?" answered with no: the answers of the one before still hold. */
    unchanged: field(z.boolean().optional(), everyLaptop),
    /** When the questions were last answered in full: 12 months from then they are asked in full again. */
    askedAt: field(momentSchema.optional(), everyLaptop),
    /** The name the person gave for it, as a signature is. */
    signedAs: field(z.string().max(200), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'contact', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
