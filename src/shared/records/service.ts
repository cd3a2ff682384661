import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** An entry of the directory that is not a group of ours: a partner, or an outside service (story 32, domain 7.3). */
export const service = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), caseLaptopsAndCsv),
    organiser: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    /** `own`: what the directory says of a group of ours beyond what the group says itself; its `groupId` says which. */
    kind: field(z.enum(['own', 'partner', 'outside']), caseLaptopsAndCsv),
    about: field(z.string().max(4000).optional(), caseLaptopsAndCsv),
    /** Needs it answers: codes of resources/lists/needs.json. */
    needs: field(z.array(z.string().max(40)).max(30).optional(), caseLaptopsAndCsv),
    /** Who it suits and can cope with: codes of resources/lists/suits.json. */
    suits: field(z.array(z.string().max(40)).max(30).optional(), caseLaptopsAndCsv),
    /** How one gets in and around: codes of resources/lists/access.json. */
    access: field(z.array(z.string().max(40)).max(30).optional(), caseLaptopsAndCsv),
    /** Language tags, "pl". */
    languages: field(z.array(z.string().max(20)).max(30).optional(), caseLaptopsAndCsv),
    /** For everybody, or for women or men only. */
    onlyFor: field(z.enum(['women', 'men']).nullable().optional(), caseLaptopsAndCsv),
    /** Null where nobody knows. */
    free: field(z.boolean().nullable().optional(), caseLaptopsAndCsv),
    /** Pence for one visit, where it costs. */
    pence: field(z.int().min(0).max(100_000).nullable().optional(), caseLaptopsAndCsv),
    costWords: field(z.string().max(300).optional(), caseLaptopsAndCsv),
    /** When: weekdays with times; in words where it is not weekly. */
    times: field(
      z
        .array(z.object({ day: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']), from: z.string().max(5), until: z.string().max(5) }))
        .max(30)
        .optional(),
      caseLaptopsAndCsv,
    ),
    timesWords: field(z.string().max(500).optional(), caseLaptopsAndCsv),
    address: field(z.string().max(300).optional(), caseLaptopsAndCsv),
    town: field(z.string().max(100).optional(), caseLaptopsAndCsv),
    postcode: field(z.string().max(12).optional(), caseLaptopsAndCsv),
    transport: field(z.string().max(500).optional(), caseLaptopsAndCsv),
    vacancy: field(z.enum(['places', 'waitingList', 'full', 'notKnown']), caseLaptopsAndCsv),
    howToJoin: field(z.string().max(1000).optional(), caseLaptopsAndCsv),
    contactName: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    phone: field(z.string().max(40).optional(), caseLaptopsAndCsv),
    email: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    url: field(z.string().max(500).optional(), caseLaptopsAndCsv),
    /** The first visit, step by step. */
    firstVisit: field(z.string().max(4000).optional(), caseLaptopsAndCsv),
    bring: field(z.string().max(500).optional(), caseLaptopsAndCsv),
    checkedOn: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    checkedBy: actor(idSchema.nullable().optional(), caseLaptops),
    /** Who was asked there. */
    checkedWith: field(z.string().max(200).optional(), caseLaptops),
    /** Closed for a while: until when, or an open end as null with why. */
    closedFrom: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    closedUntil: field(dateSchema.nullable().optional(), caseLaptopsAndCsv),
    closedBecause: field(z.string().max(300).nullable().optional(), caseLaptopsAndCsv),
    /** Our own, never overwritten by an import. */
    localNote: field(z.string().max(2000).optional(), caseLaptops),
    /** Which list it came from, as whoever imported it calls it: what is gone from one list says nothing of another. */
    feed: field(z.string().max(200).optional(), caseLaptops),
    /** Its id in the Open Referral UK feed it came from; and when the feed last had it. */
    foreignId: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    /** What the feed said last of each field it fills, so that what was changed here is known for it. */
    feedSaid: field(z.record(z.string().max(40), z.string().max(4000)).optional(), caseLaptops),
    goneFromFeedOn: field(dateSchema.nullable().optional(), caseLaptops),
    /** The group of ours that it has become, or is run with. */
    groupId: ref('group', idSchema.nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: [],
  sideBySide: ['localNote'],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  added: [],
})
