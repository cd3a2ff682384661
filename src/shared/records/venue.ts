import { z } from 'zod'
import { defineRecord, laptopsAndCsv } from './defineRecord.ts'

/** A place where sessions meet. */
export const venue = defineRecord({
  name: 'venue',
  schema: z.object({
    name: z.string().min(1).max(200),
    meetingPoint: z.string().max(200).nullable().optional(),
    /** Where it is, as an ambulance wants to hear it: a grid reference or three words, typed (story 10). */
    gridReference: z.string().max(60).nullable().optional(),
    address: z.string().max(300).nullable().optional(),
    town: z.string().max(100).nullable().optional(),
    postcode: z.string().max(12).nullable().optional(),
    /** Parking, toilets, the nearest bus: what a leader wants to know without signal. */
    notes: z.string().max(2000).nullable().optional(),
  }),
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  goes: {
    name: [...laptopsAndCsv, 'kiosk'],
    meetingPoint: [...laptopsAndCsv, 'kiosk'],
    gridReference: laptopsAndCsv,
    address: laptopsAndCsv,
    town: laptopsAndCsv,
    postcode: laptopsAndCsv,
    notes: laptopsAndCsv,
  },
  added: [],
})
