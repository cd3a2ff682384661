import { z } from 'zod'
import { defineRecord, everyLaptop, everyRole, field, ref } from './defineRecord.ts'
import { idSchema } from '../std/schemas.ts'

/** Whom to ring for a person. One row a contact; two different numbers are both kept until confirmed (domain 10.5). */
export const emergencyContact = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...everyLaptop, 'log']),
    name: field(z.string().max(200), everyLaptop),
    relationship: field(z.string().max(100).optional(), everyLaptop),
    phone: field(z.string().max(40), everyLaptop),
    removedBecause: field(z.string().max(200).nullable().optional(), everyLaptop),
  },
  links: ['personId'],
  sideBySide: ['phone'],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'contact', person: 'personId' },
  endedBy: 'removedBecause',
  added: [],
})
