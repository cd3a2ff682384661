import { z } from 'zod'
import { actor, defineRecord, field, ref, type Place } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

const leadOnly = ['lead'] as const satisfies readonly Place[]

/**
 * What a lead has decided about keeping somebody's record (story 35, domain 9.6). `hold`: it must be kept, for a complaint or a serious
 * incident; `keep`: looked at when it was due, and still needed. Several may stand at once; each keeps until its own day.
 */
export const retention = defineRecord({
  fields: {
    personId: ref('person', idSchema, leadOnly),
    decision: field(z.enum(['hold', 'keep']), leadOnly),
    reason: field(z.string().min(1).max(500), leadOnly),
    /** The first day on which it no longer keeps; null: until somebody ends it. */
    until: field(dateSchema.nullable(), leadOnly),
    at: field(momentSchema, leadOnly),
    byId: actor(idSchema, leadOnly),
    /** Why it was ended before its day. */
    voidedBecause: field(z.string().max(300).nullable().optional(), leadOnly),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: ['lead'],
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
