import { z } from 'zod'
import { defineRecord, everyLaptop, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How a group runs, after the six of the case study (domain 10.2). */
export const groupTemplate = z.enum(['walk', 'football', 'buggy', 'seated', 'cafe', 'partner'])
export type GroupTemplate = z.infer<typeof groupTemplate>

/** One weekly slot of a group: a wall-clock rule in Europe/London, never a moment (peers 3.15). */
export const slotSchema = z.object({
  /** Part of the session's id: stays when day or time change. */
  slot: z.int().min(1).max(99),
  /** iCalendar rule without a start, "FREQ=WEEKLY;BYDAY=TH". */
  rule: z
    .string()
    .max(200)
    .regex(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/),
  start: clock,
  end: clock,
  from: dateSchema,
  until: dateSchema.nullable(),
})
export type Slot = z.infer<typeof slotSchema>

/** Something people go to: Walk and Talk at Riversley Park. Names are not unique: show organiser, place and day too. */
export const group = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), [...laptopsAndCsv, 'kiosk']),
    organiser: field(z.string().max(200).optional(), laptopsAndCsv),
    about: field(z.string().max(2000).optional(), laptopsAndCsv),
    venueId: ref('venue', idSchema.nullable().optional(), [...laptopsAndCsv, 'kiosk']),
    /** Café after the walk, if the session has a second place. */
    secondVenueId: ref('venue', idSchema.nullable().optional(), laptopsAndCsv),
    leaderId: ref('colleague', idSchema.nullable().optional(), [...everyLaptop, 'kiosk']),
    /** Facilitators who run it: whose laptops carry its people. */
    facilitatorIds: ref('colleague', z.array(idSchema).max(50).optional(), [...everyLaptop, 'log']),
    schedule: field(z.array(slotSchema).max(20), [...laptopsAndCsv, 'kiosk']),
    /** Whether its leaders count heads. A café does not. Which counts there are says its template. */
    counts: field(z.boolean(), everyLaptop),
    /** Which parts the register shows (rules/templates.ts); without one it is a walk or, where nobody counts, a café. */
    template: field(groupTemplate.optional(), everyLaptop),
    /** Places; more people than that are welcomed or wait, never refused by the app. */
    capacity: field(z.int().min(1).max(999).nullable().optional(), laptopsAndCsv),
    /** At most so many people to one leader, if not as the template says (domain 10.1). */
    peoplePerLeader: field(z.int().min(1).max(99).nullable().optional(), everyLaptop),
    state: field(z.enum(['running', 'paused', 'closed']), laptopsAndCsv),
    /** Whether it is told to everybody, where the team tells anything at all (story 38). A partner's group too only where the lead says so. */
    published: field(z.boolean().optional(), everyLaptop),
    /** Who anybody may ask, as the public reads it: never a colleague's own name or number (domain 7.2). */
    publicContact: field(z.string().max(200).nullable().optional(), everyLaptop),
    publicPhone: field(z.string().max(40).nullable().optional(), everyLaptop),
    publicEmail: field(z.string().max(200).nullable().optional(), everyLaptop),
    /** Pence for one visit; 0 where it is free, nothing where nobody has said. */
    pence: field(z.int().min(0).max(100_000).nullable().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  writers: ['linkWorker', 'lead'],
  onlyBy: { published: ['lead'], publicContact: ['lead'], publicPhone: ['lead'], publicEmail: ['lead'], pence: ['lead'] },
  seenBy: { by: 'team' },
  added: [],
})
