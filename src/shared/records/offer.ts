import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** A group or service that was offered to somebody, and the answer: each with its date, because records elsewhere cannot tell who was offered what (story 22, domain 2.4). */
export const offer = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),
    episodeId: ref('episode', idSchema, [...caseLaptops, 'log']),

    groupId: ref('group', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    serviceId: ref('service', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    needs: field(z.array(z.string().max(40)).max(20).optional(), caseLaptopsAndCsv),
    offeredOn: field(dateSchema, caseLaptopsAndCsv),
    /** `noneSuitable`: nothing fitted, and no group or service is named. */
    state: field(z.enum(['offered', 'accepted', 'declined', 'waiting', 'noneSuitable']), caseLaptopsAndCsv),
    answeredOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    because: field(
      z
        .enum(['time', 'tooFar', 'cost', 'access', 'language', 'confidence', 'notForMe', 'health', 'transport', 'full', 'other'])
        .nullable()
        .optional(),
      caseLaptopsAndCsv,
    ),
    becauseWords: field(z.string().max(500).optional(), caseLaptops),
    /** "Come with me the first time": when, where, and who goes. */
    firstOn: field(dateSchema.nullable().optional(), caseLaptops),
    meetAt: field(z.string().max(300).optional(), caseLaptops),
    goesAlongId: ref('colleague', idSchema.nullable().optional(), caseLaptops),
    /** A call after two missed sessions or a first time: done. */
    calledOn: field(dateSchema.nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId', 'groupId', 'serviceId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
