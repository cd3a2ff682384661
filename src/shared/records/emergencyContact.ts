import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'
import { idSchema } from '../std/schemas.ts'

/** Whom to ring for a person. One row a contact; two different numbers are both kept until confirmed (domain 10.5). */
export const emergencyContact = defineRecord({
  name: 'emergencyContact',
  schema: z.object({
    personId: idSchema,
    name: z.string().max(200),
    relationship: z.string().max(100).optional(),
    phone: z.string().max(40),
    removedBecause: z.string().max(200).nullable().optional(),
  }),
  links: ['personId'],
  sideBySide: ['phone'],
  resident: false,
  shownWhileHeld: true,
  goes: {
    personId: [...everyLaptop, 'log'],
    name: everyLaptop,
    relationship: everyLaptop,
    phone: everyLaptop,
    removedBecause: everyLaptop,
  },
  added: [],
})
