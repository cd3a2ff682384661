import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Who owns a case from when on. Only added to: the latest says the owner of today, the others are its history (story 20). */
export const assignment = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),
    episodeId: ref('episode', idSchema, [...caseLaptops, 'log']),

    /** Null: nobody yet. */
    ownerId: ref('colleague', idSchema.nullable(), [...caseLaptops, 'log']),
    /** What the next one must know. */
    note: field(z.string().max(2000).optional(), caseLaptops),
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
