import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** What happened: an accident, somebody unwell, a near miss, a lost or a frightening moment (story 10). */
export const incidentKind = z.enum(['fall', 'injury', 'unwell', 'cardiac', 'behaviour', 'missingPerson', 'nearMiss', 'other'])

/** An incident or near miss. Several people may report one event; each keeps their own words. */
export const incident = defineRecord({
  name: 'incident',
  schema: z.object({
    sessionId: idSchema,
    kind: incidentKind,
    happenedAt: momentSchema,
    /** Participants it concerns. */
    personIds: z.array(idSchema).max(50),
    /** Somebody who is not on our lists: a passer-by, a visitor. */
    others: z.string().max(300).optional(),
    what: z.string().min(1).max(4000),
    injury: z.string().max(1000).optional(),
    firstAid: z.string().max(1000).optional(),
    ambulance: z.boolean(),
    ambulanceAt: momentSchema.nullable().optional(),
    witnesses: z.string().max(500).optional(),
    weather: z.string().max(200).optional(),
    followUp: z.string().max(1000).optional(),
    /** Who was told, and when. */
    told: z.string().max(500).optional(),
    /** Another report of the same event. */
    sameAs: idSchema.nullable().optional(),
    at: momentSchema,
    byId: idSchema,
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: true, // a handful, pinned on Today until they have arrived
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], kind: everyLaptop, happenedAt: everyLaptop, personIds: everyLaptop, others: everyLaptop,
    what: everyLaptop, injury: everyLaptop, firstAid: everyLaptop, ambulance: everyLaptop, ambulanceAt: everyLaptop,
    witnesses: everyLaptop, weather: everyLaptop, followUp: everyLaptop, told: everyLaptop, sameAs: everyLaptop, at: everyLaptop,
    byId: everyLaptop,
  },
  added: [],
})
