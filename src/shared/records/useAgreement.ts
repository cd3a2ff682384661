import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Where pictures and words may be shown: our own noticeboard, our site and social media, the press, anywhere in the country (domain 9.4). */
export const useOf = z.enum(['noticeboard', 'website', 'press', 'national'])
/** How somebody's words may be told: the words, their first name, their full name, a recording of their voice. */
export const toldAs = z.enum(['words', 'firstName', 'fullName', 'voice'])
/** Who may agree. Next of kin is not on the list: they cannot, by the Mental Capacity Act 2005 (domain 9.4). */
export const agreedBy = z.enum(['self', 'parent', 'attorney', 'deputy', 'bestInterests'])

/**
 * What was said about one use of pictures or of a story (story 34). Only added to: the latest of a person, a thing and a use
 * holds until it expires (rules/mayUse.ts), and nothing written before is ever changed.
 */
export const useAgreement = defineRecord({
  fields: {
    /** Null where a story is told by somebody who is not to be known. */
    personId: ref('person', idSchema.nullable(), [...caseLaptopsAndCsv, 'log']),
    /** The first name of a baby who comes with them: a parent signs for it. */
    baby: field(z.string().min(1).max(60).optional(), caseLaptopsAndCsv),
    /** Pictures are photos and film; words are those of one story. */
    of: field(z.enum(['pictures', 'words']), caseLaptopsAndCsv),
    storyId: ref('story', idSchema.nullable().optional(), caseLaptops),
    use: field(useOf, caseLaptopsAndCsv),
    said: field(z.enum(['yes', 'no', 'withdrawn']), caseLaptopsAndCsv),
    as: field(z.array(toldAs).max(4).optional(), caseLaptopsAndCsv),
    agreedBy: field(agreedBy, caseLaptops),
    how: field(z.enum(['spoken', 'signedOnScreen', 'paper']), caseLaptops),
    /** The name that was signed, or whose signature is on the paper; spoken, the name of who decided in their place. */
    signedAs: field(z.string().max(200).optional(), caseLaptops),
    /** Which words were read to them. */
    wording: field(z.string().min(1).max(40), caseLaptops),
    on: field(dateSchema, caseLaptops),
    /** The first day on which it holds no more. */
    expiresOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    /** Asked by somebody who looks after them: saying no is harder then (domain 9.4). */
    inTheirCare: field(z.boolean().optional(), caseLaptops),
    at: field(momentSchema, caseLaptops),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'storyId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  writtenOnce: ['voidedBecause'],
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
