import { z } from 'zod'
import { defineRecord, everyLaptop, type Place } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

const leadOnly = ['lead'] as const satisfies readonly Place[]

/**
 * A safeguarding concern (story 11, domain 9.5). Its words go to the lead alone; every laptop learns only that one was
 * written, by whom, and whether the lead has it. Never edited: what is added later is a row that names the first. A concern
 * about a colleague does not go to that colleague's laptop, lead or not (server/sight.ts).
 */
export const concern = defineRecord({
  name: 'concern',
  schema: z.object({
    sessionId: idSchema.nullable().optional(),
    /** The concern this adds to. */
    addsTo: idSchema.nullable().optional(),
    personId: idSchema.nullable().optional(),
    /** Who it is about, if not on our lists. */
    who: z.string().max(300).optional(),
    aboutColleagueId: idSchema.nullable().optional(),
    /** What was seen or heard, in the words used. */
    what: z.string().min(1).max(4000),
    /** Who has been told and when; asked for every time. */
    told: z.string().min(1).max(500),
    inDanger: z.boolean().optional(),
    at: momentSchema,
    byId: idSchema,
    acknowledgedAt: momentSchema.nullable().optional(),
    acknowledgedBy: idSchema.nullable().optional(),
  }),
  links: [],
  sideBySide: [],
  resident: true, // a handful, pinned on Today until they have arrived
  shownWhileHeld: true,
  goes: {
    sessionId: leadOnly, addsTo: leadOnly, personId: leadOnly, who: leadOnly, aboutColleagueId: leadOnly, what: leadOnly,
    told: leadOnly, inDanger: leadOnly,
    at: everyLaptop, byId: everyLaptop, acknowledgedAt: everyLaptop, acknowledgedBy: everyLaptop,
  },
  added: [],
})
