import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** What a site has a licence for: with it, the wording that it may show (domain 5.1). */
export const measureLicence = defineRecord({
  fields: {
    questionnaire: field(z.string().max(40), caseLaptops),
    holder: field(z.string().min(1).max(200), caseLaptops),
    number: field(z.string().min(1).max(120), caseLaptops),
    until: field(dateSchema.nullable().optional(), caseLaptops),
    /** By item, as the licence has it. Empty where only scores are kept. */
    wording: field(z.record(z.string().max(40), z.string().max(1000)), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: [],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  added: [],
})
