import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/**
 * What somebody of a partner has agreed to before they see a register (story 36): by their own hand, on their own laptop, also without a
 * network. Written once: nobody agrees for another, and nothing is taken back.
 */
export const partnerAgreement = defineRecord({
  fields: {
    /** Which wording it was. */
    wording: field(z.string().min(1).max(40), everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: true,
  writers: everyRole,
  writtenOnce: [],
  seenBy: { by: 'team', free: true },
  added: [],
})
