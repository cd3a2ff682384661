import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** What happened: an accident, somebody unwell, a near miss, a lost or a frightening moment (story 10). */
export const incidentKind = z.enum(['fall', 'injury', 'unwell', 'cardiac', 'behaviour', 'missingPerson', 'nearMiss', 'other'])

/** An incident or near miss. Several people may report one event; each keeps their own words. */
export const incident = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    kind: field(incidentKind, everyLaptop),
    happenedAt: field(momentSchema, everyLaptop),
    /** Participants it concerns. */
    personIds: ref('person', z.array(idSchema).max(50), everyLaptop),
    /** Somebody who is not on our lists: a passer-by, a visitor. */
    others: field(z.string().max(300).optional(), everyLaptop),
    what: field(z.string().min(1).max(4000), everyLaptop),
    injury: field(z.string().max(1000).optional(), everyLaptop),
    firstAid: field(z.string().max(1000).optional(), everyLaptop),
    ambulance: field(z.boolean(), everyLaptop),
    ambulanceAt: field(momentSchema.nullable().optional(), everyLaptop),
    witnesses: field(z.string().max(500).optional(), everyLaptop),
    weather: field(z.string().max(200).optional(), everyLaptop),
    followUp: field(z.string().max(1000).optional(), everyLaptop),
    /** Who was told, and when. */
    told: field(z.string().max(500).optional(), everyLaptop),
    /** Another report of the same event. */
    sameAs: ref('incident', idSchema.nullable().optional(), everyLaptop),
    /** When a lead closed it, who, and what came of it in their words; null: it is open again. */
    closedAt: field(momentSchema.nullable().optional(), everyLaptop),
    closedBy: actor(idSchema.nullable().optional(), everyLaptop),
    closedWords: field(z.string().max(1000).nullable().optional(), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: true, // a handful, pinned on Today until they have arrived
  shownWhileHeld: true,
  writers: everyRole,
  onlyBy: { closedAt: ['lead'], closedBy: ['lead'], closedWords: ['lead'] },
  seenBy: { by: 'register', session: 'sessionId' },
  whenErased: { keeps: ['kind', 'happenedAt', 'ambulance', 'ambulanceAt', 'closedAt', 'at'], marks: ['what'] },
  added: [],
})
