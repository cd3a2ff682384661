import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * One date of a group. A planned one needs no row: the weekly rule makes it. The row comes with the first act and holds
 * what differs from the rule (cancelled, moved) and what happened (closed). Its id is `sessionIdOf(group, date, slot)`.
 */
export const session = defineRecord({
  name: 'session',
  schema: z.object({
    groupId: idSchema,
    date: dateSchema,
    slot: z.int().min(0).max(99),
    start: clock.optional(),
    end: clock.optional(),
    venueId: idSchema.optional(),
    leaderId: idSchema.optional(),
    /** Why it does not take place. Attendance that happened stays: "cancelled, unless somebody came" is a rule. */
    cancelledBecause: z.string().max(300).nullable().optional(),
    /** What kind of reason that was, for reports (story 14). */
    cancelledFor: z.enum(['weather', 'heat', 'leaderIll', 'venueShut', 'tooFewStaff', 'other']).nullable().optional(),
    /** The first sign-in or count: from here on the session has begun and wants to be closed. */
    startedAt: momentSchema.nullable().optional(),
    /** When the count back agreed with who was out: nobody is missing. */
    allBackAt: momentSchema.nullable().optional(),
    /** Why it took place although nobody had planned it. */
    unplannedBecause: z.string().max(300).optional(),
    /** Pairs of people who look alike and are two, said by somebody who saw them (rules/maybeSame.ts). */
    twoPeople: z.array(z.string().max(80)).max(200).optional(),
    /** What was checked before it began, by the keys of rules/templates.ts. */
    checked: z.array(z.string().max(40)).max(40).optional(),
    /** The second part, over warm drinks (story 9). */
    cafeAt: momentSchema.nullable().optional(),
    cafeVenueId: idSchema.nullable().optional(),
    drinks: z.int().min(0).max(999).nullable().optional(),
    quizTheme: z.string().max(200).nullable().optional(),
    closedAt: momentSchema.nullable().optional(),
    closedBy: idSchema.nullable().optional(),
    /** Why it was closed although the counts do not agree. */
    mismatchReason: z.string().max(500).nullable().optional(),
    /** Who was expected when it closed, and not there: "not recorded" stays not recorded without this. */
    summary: z.string().max(4000).nullable().optional(),
  }),
  links: ['groupId'],
  sideBySide: [],
  resident: true,
  shownWhileHeld: true,
  goes: {
    groupId: [...laptopsAndCsv, 'neighbour', 'log'],
    date: [...laptopsAndCsv, 'neighbour', 'kiosk', 'log'],
    slot: [...everyLaptop, 'neighbour', 'log'],
    start: [...laptopsAndCsv, 'neighbour', 'kiosk'],
    end: [...laptopsAndCsv, 'neighbour', 'kiosk'],
    venueId: [...laptopsAndCsv, 'neighbour', 'kiosk'],
    leaderId: [...everyLaptop, 'neighbour', 'kiosk'],
    cancelledBecause: laptopsAndCsv,
    cancelledFor: laptopsAndCsv,
    startedAt: [...laptopsAndCsv, 'neighbour'],
    allBackAt: [...laptopsAndCsv, 'neighbour'],
    unplannedBecause: laptopsAndCsv,
    twoPeople: everyLaptop,
    checked: everyLaptop,
    cafeAt: laptopsAndCsv,
    cafeVenueId: laptopsAndCsv,
    drinks: laptopsAndCsv,
    quizTheme: laptopsAndCsv,
    closedAt: [...laptopsAndCsv, 'neighbour'],
    closedBy: everyLaptop,
    mismatchReason: laptopsAndCsv,
    summary: laptopsAndCsv,
  },
  added: [],
})
