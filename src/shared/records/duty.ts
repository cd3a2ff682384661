import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** What somebody does at a session so that it can take place (story 37). */
export const dutyRole = z.enum(['leader', 'backMarker', 'secondAdult', 'helper', 'firstAider'])
export type DutyRole = z.infer<typeof dutyRole>

/** One line of the rota: a colleague, or a participant who helps. */
export const duty = defineRecord({
  name: 'duty',
  schema: z.object({
    sessionId: idSchema,
    role: dutyRole,
    colleagueId: idSchema.nullable().optional(),
    /** A volunteer who also takes part: counted once, with the role shown. */
    personId: idSchema.nullable().optional(),
    /** asked: nobody has said yes; swapped: somebody else has taken it. */
    state: z.enum(['asked', 'yes', 'no', 'swapped']),
    at: momentSchema,
    byId: idSchema,
    voidedBecause: z.string().max(300).nullable().optional(),
  }),
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: {
    sessionId: [...everyLaptop, 'log'], role: everyLaptop, colleagueId: everyLaptop, personId: everyLaptop, state: everyLaptop,
    at: everyLaptop, byId: everyLaptop, voidedBecause: everyLaptop,
  },
  added: [],
})
