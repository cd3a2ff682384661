import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Who sent somebody to us, and what for. */
export const referral = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    /** Whoever referred them, in words: "Dr Shah, Riversley Road". */
    from: field(z.string().min(1).max(200), everyLaptop),
    reason: field(z.string().min(1).max(1000), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['personId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'contact', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
