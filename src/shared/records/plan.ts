import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { planIdOf } from '../std/ids.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** The boxes of a plan, the person's own words first. Of two texts that did not see each other both are kept. */
export const planTexts = [
  'important',
  'people',
  'communicate',
  'wellness',
  'pleaseDo',
  'pleaseDont',
  'howToSupport',
  'alsoKnow',
  'strengths',
  'makesWorse',
  'whatToDo',
  'whoToCall',
] as const
export type PlanText = (typeof planTexts)[number]

/** A care and support plan: what matters to somebody, in their words (story 21, domain 4). One a case: its id is worked out from it. Two people who wrote in one box without seeing each other keep both texts until somebody settles it. */
export const plan = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),
    episodeId: ref('episode', idSchema, [...caseLaptops, 'log']),

    important: field(z.string().max(4000).optional(), caseLaptops),
    people: field(z.string().max(4000).optional(), caseLaptops),
    communicate: field(z.string().max(4000).optional(), caseLaptops),
    /** A good day and a bad day. */
    wellness: field(z.string().max(4000).optional(), caseLaptops),
    pleaseDo: field(z.string().max(4000).optional(), caseLaptops),
    pleaseDont: field(z.string().max(4000).optional(), caseLaptops),
    howToSupport: field(z.string().max(4000).optional(), caseLaptops),
    alsoKnow: field(z.string().max(4000).optional(), caseLaptops),
    strengths: field(z.string().max(4000).optional(), caseLaptops),
    /** What might make things worse, what to do then, who to call. */
    makesWorse: field(z.string().max(4000).optional(), caseLaptops),
    whatToDo: field(z.string().max(4000).optional(), caseLaptops),
    whoToCall: field(z.string().max(4000).optional(), caseLaptops),
    writtenWith: field(z.string().max(200).optional(), caseLaptops),
    /** Whether facilitators see "please do" and "please don't"; without a yes nothing of the plan leaves these laptops. */
    cardAgreed: field(z.enum(['yes', 'no']).nullable().optional(), caseLaptops),
    /** Who else may see it, in words. */
    maySee: field(z.string().max(500).optional(), caseLaptops),
    sharedOn: field(dateSchema.nullable().optional(), caseLaptops),
    agreedOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    agreedWith: field(z.string().max(200).nullable().optional(), caseLaptops),
    agreedAs: field(z.enum(['self', 'attorney', 'deputy', 'parent', 'bestInterests']).nullable().optional(), caseLaptops),
    copyGivenOn: field(dateSchema.nullable().optional(), caseLaptops),
    copyAs: field(z.enum(['paper', 'largePrint', 'email', 'easyRead', 'audio', 'none']).nullable().optional(), caseLaptops),
    reviewOn: field(dateSchema.nullable().optional(), caseLaptops),
    reviewedOn: field(dateSchema.nullable().optional(), caseLaptops),
    closedOn: field(dateSchema.nullable().optional(), caseLaptops),
    closedAs: field(z.enum(['goalsMet', 'personsChoice', 'noContact', 'moved', 'referredOn', 'died']).nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId'],
  sideBySide: [...planTexts],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  idOf: { from: ['episodeId'], make: ({ episodeId }) => planIdOf(episodeId) },
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
