import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { episodeIdOf } from '../std/ids.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** A case: the time in which we support one person, from the accepted referral to its end. A person has one open case at a time: its id is worked out from who and the how-manyth, so two laptops open the same one (story 20). Who owns it says the latest `assignment`. */
export const episode = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    /** 1 for the first case of this person. */
    number: field(z.int().min(1).max(99), caseLaptops),
    openedOn: field(dateSchema, caseLaptopsAndCsv),
    /** The first conversation about what matters to them; until then the case waits. */
    startedOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    nextAction: field(z.string().max(300).optional(), caseLaptops),
    nextActionOn: field(dateSchema.nullable().optional(), caseLaptops),
    /** They asked for another link worker. */
    wantsOther: field(z.string().max(300).nullable().optional(), caseLaptops),
    closedAs: field(
      z.enum(['goalsMet', 'personsChoice', 'noContact', 'moved', 'referredOn', 'died', 'declined', 'unsuitable']).nullable().optional(),
      caseLaptopsAndCsv,
    ),
    closedOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    closedWords: field(z.string().max(1000).nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  idOf: { from: ['personId', 'number'], make: ({ personId, number }) => episodeIdOf(personId, number) },
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
