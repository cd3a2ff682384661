import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref, type Place } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

const leadOnly = ['lead'] as const satisfies readonly Place[]

/**
 * A safeguarding concern (story 11, domain 9.5). Its words go to the lead alone; every laptop learns only that one was
 * written, by whom, and whether the lead has it. Never edited: what is added later is a row that names the first. A concern
 * about a colleague does not go to that colleague's laptop, lead or not (server/sight.ts).
 */
export const concern = defineRecord({
  fields: {
    sessionId: ref('session', idSchema.nullable().optional(), leadOnly),
    /** The concern this adds to. */
    addsTo: ref('concern', idSchema.nullable().optional(), leadOnly),
    personId: ref('person', idSchema.nullable().optional(), leadOnly),
    /** Who it is about, if not on our lists. */
    who: field(z.string().max(300).optional(), leadOnly),
    aboutColleagueId: ref('colleague', idSchema.nullable().optional(), leadOnly),
    /** What was seen or heard, in the words used. */
    what: field(z.string().min(1).max(4000), leadOnly),
    /** Who has been told and when; asked for every time. */
    told: field(z.string().min(1).max(500), leadOnly),
    inDanger: field(z.boolean().optional(), leadOnly),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    acknowledgedAt: field(momentSchema.nullable().optional(), everyLaptop),
    acknowledgedBy: actor(idSchema.nullable().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true, // a handful, pinned on Today until they have arrived
  shownWhileHeld: true,
  writers: everyRole,
  onlyBy: { acknowledgedAt: ['lead'], acknowledgedBy: ['lead'] },
  writtenOnce: ['acknowledgedAt', 'acknowledgedBy'],
  seenBy: { by: 'team', free: true },
  added: [],
})
