import { z } from 'zod'
import { defineRecord, laptopsAndCsv, everyLaptop } from './defineRecord.ts'
import { dateSchema } from '../std/schemas.ts'

/** Who may do what: the facilitator runs sessions, the link worker owns cases, the lead oversees (domain 9.3). */
export const roleSchema = z.enum(['facilitator', 'linkWorker', 'lead'])
export type Role = z.infer<typeof roleSchema>

/** Somebody who works with the team. */
export const colleague = defineRecord({
  name: 'colleague',
  schema: z.object({
    name: z.string().min(1).max(200),
    role: roleSchema,
    phone: z.string().max(40).optional(),
    /** Trained to lead a walk on, DBS and first aid valid until (story 37). */
    trainedOn: dateSchema.nullable().optional(),
    dbsUntil: dateSchema.nullable().optional(),
    firstAidUntil: dateSchema.nullable().optional(),
    /** The last day they work here; their laptops are revoked on the server. */
    leftOn: dateSchema.nullable().optional(),
  }),
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  goes: { name: [...laptopsAndCsv, 'kiosk'], role: everyLaptop, phone: everyLaptop, trainedOn: everyLaptop, dbsUntil: everyLaptop, firstAidUntil: everyLaptop, leftOn: everyLaptop },
  added: [],
})
