import { z } from 'zod'
import { defineRecord, everyLaptop, field, laptopsAndCsv } from './defineRecord.ts'

/** A place where sessions meet. */
export const venue = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), [...laptopsAndCsv, 'kiosk']),
    meetingPoint: field(z.string().max(200).nullable().optional(), [...laptopsAndCsv, 'kiosk']),
    /** Where it is, as an ambulance wants to hear it: a grid reference or three words, typed (story 10). */
    gridReference: field(z.string().max(60).nullable().optional(), laptopsAndCsv),
    address: field(z.string().max(300).nullable().optional(), laptopsAndCsv),
    town: field(z.string().max(100).nullable().optional(), laptopsAndCsv),
    postcode: field(z.string().max(12).nullable().optional(), laptopsAndCsv),
    /** Parking, toilets, the nearest bus: what a leader wants to know without signal. */
    notes: field(z.string().max(2000).nullable().optional(), laptopsAndCsv),
    /** A place anybody may come to, a park or a hall: its address may be published. Nobody's home ever is (story 38). */
    isPublic: field(z.boolean().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  writers: ['linkWorker', 'lead'],
  seenBy: { by: 'team' },
  added: [],
})
