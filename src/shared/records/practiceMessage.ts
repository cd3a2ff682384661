import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** One group somebody came to, with each day: worked out from the registers when the message was made. */
const attended = z.object({ group: z.string().max(200), dates: z.array(dateSchema).max(5000) })
/** One figure of a questionnaire, first and last asked. */
const scoreChange = z.object({
  title: z.string().max(200),
  before: z.number(),
  beforeOn: dateSchema,
  after: z.number(),
  afterOn: dateSchema,
  went: z.enum(['better', 'worse', 'same', 'changed']),
})
/** A national code for the practice to file: only a verified one is ever written here (domain 3.3). */
const code = z.object({ code: z.string().regex(/^\d{6,18}$/), term: z.string().max(200), on: dateSchema })

/**
 * What somebody's practice is told (story 30, "message back" of domain 3.2). Its words are written once: what is wrong in it is said by a
 * new one, which replaces it. Sent is what somebody says they did. Where the person wants nothing told, the row says that and no more.
 */
export const practiceMessage = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),
    episodeId: ref('episode', idSchema, [...caseLaptops, 'log']),

    kind: field(z.enum(['first', 'progress', 'closing']), caseLaptopsAndCsv),
    /** What the person lets the practice know: all of it, the codes alone, or nothing. */
    share: field(z.enum(['all', 'codes', 'nothing']), caseLaptopsAndCsv),
    /** To which practice, as it was known on that day. */
    practice: field(z.string().max(200), caseLaptopsAndCsv),
    odsCode: field(z.string().max(12).optional(), caseLaptopsAndCsv),
    /** The practice that referred them or had the message before, where it is another one. */
    practiceBefore: field(z.string().max(200).optional(), caseLaptops),
    /** In words agreed with the person. */
    summary: field(z.string().max(4000).optional(), caseLaptops),
    outcome: field(z.string().max(4000).optional(), caseLaptops),
    /** What the practice is asked to do. */
    actions: field(z.string().max(2000).optional(), caseLaptops),
    attendance: field(z.array(attended).max(500).optional(), caseLaptops),
    scores: field(z.array(scoreChange).max(500).optional(), caseLaptops),
    codes: field(z.array(code).max(500).optional(), caseLaptops),
    /** The message that this one replaces. */
    supersedes: ref('practiceMessage', idSchema.nullable().optional(), caseLaptops),
    sentOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    sentHow: field(z.enum(['printed', 'pdf', 'fhir', 'email']).nullable().optional(), caseLaptopsAndCsv),
    sentBy: actor(idSchema.nullable().optional(), caseLaptops),
    returnedOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    returnedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  writtenOnce: ['sentOn', 'sentHow', 'sentBy', 'returnedOn', 'returnedBecause', 'voidedBecause'],
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
