import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** A group that is proposed for a gap, from the idea to what its pilot came to (story 27). */
export const proposal = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), caseLaptops),
    need: field(z.string().min(1).max(40), caseLaptops),
    gapIds: ref('gap', z.array(idSchema).max(2000), caseLaptops),
    aim: field(z.string().max(2000).optional(), caseLaptops),
    forWhom: field(z.string().max(500).optional(), caseLaptops),
    place: field(z.string().max(60), caseLaptops),
    venueId: ref('venue', idSchema.nullable().optional(), caseLaptops),
    /** One weekly slot: day and times. */
    slot: field(
      z
        .object({ day: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']), start: z.string().max(5), end: z.string().max(5) })
        .nullable()
        .optional(),
      caseLaptops,
    ),
    template: field(z.enum(['walk', 'football', 'buggy', 'seated', 'cafe', 'partner']).optional(), caseLaptops),
    costs: field(z.string().max(1000).optional(), caseLaptops),
    riskAssessedOn: field(dateSchema.nullable().optional(), caseLaptops),
    riskWords: field(z.string().max(2000).optional(), caseLaptops),
    insurance: field(z.string().max(500).optional(), caseLaptops),
    leaderId: ref('colleague', idSchema.nullable().optional(), caseLaptops),
    /** A partner who wants to run it. */
    partner: field(z.string().max(200).optional(), caseLaptops),
    pilotFrom: field(dateSchema.nullable().optional(), caseLaptops),
    pilotWeeks: field(z.int().min(1).max(52).nullable().optional(), caseLaptops),
    /** What would count as working: people, and sessions each of them comes to on average. */
    hopedPeople: field(z.int().min(1).max(500).nullable().optional(), caseLaptops),
    hopedTimes: field(z.int().min(1).max(52).nullable().optional(), caseLaptops),
    state: field(z.enum(['idea', 'proposed', 'approved', 'refused', 'working', 'stopped']), caseLaptops),
    decidedAt: field(momentSchema.nullable().optional(), caseLaptops),
    decidedBy: actor(idSchema.nullable().optional(), caseLaptops),
    decidedBecause: field(z.string().max(1000).nullable().optional(), caseLaptops),
    /** What the pilot came to: when, who said so, and why. The decision before it stays written. */
    endedAt: field(momentSchema.nullable().optional(), caseLaptops),
    endedBy: actor(idSchema.nullable().optional(), caseLaptops),
    endedBecause: field(z.string().max(1000).nullable().optional(), caseLaptops),
    groupId: ref('group', idSchema.nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: [],
  sideBySide: ['aim'],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  onlyBy: { decidedAt: ['lead'], decidedBy: ['lead'], decidedBecause: ['lead'], endedAt: ['lead'], endedBy: ['lead'], endedBecause: ['lead'] },
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  added: [],
})
