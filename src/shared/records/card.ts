import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A printed card (story 40). It carries a random token and nothing about the person; a lost one is revoked. */
export const card = defineRecord({
  name: 'card',
  schema: z.object({
    personId: idSchema,
    /** 16 letters of Crockford's base 32, made at random; the first six can be typed where there is no camera. */
    token: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
    madeAt: momentSchema,
    byId: idSchema,
    revokedAt: momentSchema.nullable().optional(),
    revokedBecause: z.string().max(200).nullable().optional(),
  }),
  links: ['personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: false,
  goes: {
    personId: [...everyLaptop, 'log'], token: everyLaptop, madeAt: everyLaptop, byId: everyLaptop, revokedAt: everyLaptop,
    revokedBecause: everyLaptop,
  },
  added: [],
})
