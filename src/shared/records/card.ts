import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A printed card (story 40). It carries a random token and nothing about the person; a lost one is revoked. */
export const card = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    /** 16 letters of Crockford's base 32, made at random; the first six can be typed where there is no camera. */
    token: field(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/), everyLaptop),
    madeAt: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    revokedAt: field(momentSchema.nullable().optional(), everyLaptop),
    revokedBecause: field(z.string().max(200).nullable().optional(), everyLaptop),
  },
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: false,
  writers: everyRole,
  seenBy: { by: 'contact', person: 'personId' },
  endedBy: 'revokedAt',
  added: [],
})
