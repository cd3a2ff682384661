import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Something that the practice files under a national code. Queued for a person to file: only a verified code is ever exported (domain 3.3). */
export const codedEvent = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    episodeId: ref('episode', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    /** Key in resources/lists/codes.json, which says the code and whether it is verified. */
    code: field(z.string().max(60), caseLaptopsAndCsv),
    on: field(dateSchema, caseLaptopsAndCsv),
    setting: field(z.string().max(60).optional(), caseLaptopsAndCsv),
    filedAt: field(momentSchema.nullable().optional(), caseLaptops),
    filedBy: actor(idSchema.nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
