import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/**
 * A story or a quote in somebody's own words (story 33). Where it may be used, and with which name, is agreed for each use in
 * `useAgreement`; without that it is used nowhere. Written once: other words are another story with agreements of its own.
 */
export const story = defineRecord({
  fields: {
    kind: field(z.enum(['quote', 'story']), caseLaptopsAndCsv),
    words: field(z.string().min(1).max(4000), caseLaptopsAndCsv),
    /** Who said it; null: they want nobody to know. */
    personId: ref('person', idSchema.nullable(), [...caseLaptops, 'log']),
    groupId: ref('group', idSchema.nullable().optional(), caseLaptops),
    on: field(dateSchema, caseLaptops),
    at: field(momentSchema, caseLaptops),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  writtenOnce: ['voidedBecause'],
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
