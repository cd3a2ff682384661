import { z } from 'zod'
import { defineRecord, everyLaptop, field, laptopsAndCsv } from './defineRecord.ts'
import { dateSchema } from '../std/schemas.ts'

/** Who may do what: the facilitator runs sessions, the link worker owns cases, the lead oversees (domain 9.3). */
export const roleSchema = z.enum(['facilitator', 'linkWorker', 'lead'])
export type Role = z.infer<typeof roleSchema>

/** Somebody who works with the team. */
export const colleague = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), [...laptopsAndCsv, 'kiosk']),
    role: field(roleSchema, everyLaptop),
    phone: field(z.string().max(40).optional(), everyLaptop),
    /** Trained to lead a walk on, DBS and first aid valid until (story 37). */
    trainedOn: field(dateSchema.nullable().optional(), everyLaptop),
    dbsUntil: field(dateSchema.nullable().optional(), everyLaptop),
    firstAidUntil: field(dateSchema.nullable().optional(), everyLaptop),
    /** The partner they work for, where they are not of the team: they see their group's register and nothing else (story 36). */
    partnerOf: field(z.string().max(200).nullable().optional(), everyLaptop),
    /** The last day of a partner's sight. */
    partnerUntil: field(dateSchema.nullable().optional(), everyLaptop),
    /** The last day they work here; their laptops are revoked on the server. */
    leftOn: field(dateSchema.nullable().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  writers: ['lead'],
  seenBy: { by: 'team' },
  added: [],
})
