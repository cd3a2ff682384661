import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** A questionnaire as somebody answered it: items, score and version together (story 24, domain 5). */
export const measure = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    episodeId: ref('episode', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    /** Id, version and language of a definition in resources/measures. */
    questionnaire: field(z.string().max(40), caseLaptopsAndCsv),
    version: field(z.string().max(40), caseLaptopsAndCsv),
    language: field(z.string().max(20), caseLaptopsAndCsv),
    /** By item: the answer's number, "notSaid" or "notKnown"; a text where the item is one. */
    items: field(z.record(z.string().max(40), z.union([z.number(), z.string().max(1000)])), caseLaptopsAndCsv),
    /** By score: null while an item it needs is missing. */
    scores: field(z.record(z.string().max(40), z.number().nullable()), caseLaptopsAndCsv),
    on: field(dateSchema, caseLaptopsAndCsv),
    how: field(z.enum(['asked', 'paper', 'self']), caseLaptopsAndCsv),
    /** Whether the person answered, with help or without, or somebody for them; never of ONS4 (domain 5.2). */
    answeredBy: field(z.enum(['person', 'withHelp', 'forThem']).optional(), caseLaptopsAndCsv),
    helpedBy: field(z.string().max(200).optional(), caseLaptops),
    /** Asked again within four weeks: somebody confirmed that it was meant. */
    againConfirmed: field(z.boolean().optional(), caseLaptops),
    /** What was done at once about answers that asked for it (PHQ-4), and who was told. */
    protocolDone: field(z.string().max(2000).nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
