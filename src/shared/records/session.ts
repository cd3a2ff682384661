import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * One date of a group. A planned one needs no row: the weekly rule makes it. The row comes with the first act and holds
 * what differs from the rule (cancelled, moved) and what happened (closed). Its id is `sessionIdOf(group, date, slot)`.
 */
export const session = defineRecord({
  name: 'session',
  schema: z.object({
    groupId: z.uuid(),
    date: z.iso.date(),
    slot: z.int().min(0).max(99),
    start: clock.optional(),
    end: clock.optional(),
    venueId: z.uuid().optional(),
    leaderId: z.uuid().optional(),
    /** Why it does not take place. Attendance that happened stays: "cancelled, unless somebody came" is a rule. */
    cancelledBecause: z.string().max(300).nullable().optional(),
    closedAt: z.iso.datetime().nullable().optional(),
    closedBy: z.uuid().nullable().optional(),
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
    groupId: [...laptopsAndCsv, 'log'],
    date: [...laptopsAndCsv, 'kiosk', 'log'],
    slot: [...everyLaptop, 'log'],
    start: [...laptopsAndCsv, 'kiosk'],
    end: [...laptopsAndCsv, 'kiosk'],
    venueId: [...laptopsAndCsv, 'kiosk'],
    leaderId: [...everyLaptop, 'kiosk'],
    cancelledBecause: laptopsAndCsv,
    closedAt: laptopsAndCsv,
    closedBy: everyLaptop,
    mismatchReason: laptopsAndCsv,
    summary: laptopsAndCsv,
  },
  added: [],
})
