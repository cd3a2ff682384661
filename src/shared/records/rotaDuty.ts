import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** What somebody does at a session so that it can take place (story 37). */
export const dutyRole = z.enum(['leader', 'backMarker', 'secondAdult', 'helper', 'firstAider'])
export type DutyRole = z.infer<typeof dutyRole>

/** One line of the rota: a colleague, or a participant who helps. */
export const rotaDuty = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    role: field(dutyRole, everyLaptop),
    colleagueId: ref('colleague', idSchema.nullable().optional(), everyLaptop),
    /** A volunteer who also takes part: counted once, with the role shown. */
    personId: ref('person', idSchema.nullable().optional(), everyLaptop),
    /** asked: nobody has said yes; swapped: somebody else has taken it. */
    state: field(z.enum(['asked', 'yes', 'no', 'swapped']), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  endedBy: 'voidedBecause',
  formerly: ['duty'],
  whenErased: { keeps: ['role', 'state', 'at'], marks: ['voidedBecause'] },
  added: [],
})
