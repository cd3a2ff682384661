import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv, ref } from './defineRecord.ts'
import { sessionIdOf } from '../std/ids.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * One date of a group. A planned one needs no row: the weekly rule makes it. The row comes with the first act and holds
 * what differs from the rule (cancelled, moved) and what happened (closed). Its id is `sessionIdOf(group, date, slot)`.
 */
export const session = defineRecord({
  fields: {
    groupId: ref('group', idSchema, [...laptopsAndCsv, 'neighbour', 'log']),
    date: field(dateSchema, [...laptopsAndCsv, 'neighbour', 'kiosk', 'log']),
    slot: field(z.int().min(0).max(99), [...everyLaptop, 'neighbour', 'log']),
    start: field(clock.optional(), [...laptopsAndCsv, 'neighbour', 'kiosk']),
    end: field(clock.optional(), [...laptopsAndCsv, 'neighbour', 'kiosk']),
    venueId: ref('venue', idSchema.optional(), [...laptopsAndCsv, 'neighbour', 'kiosk']),
    leaderId: ref('colleague', idSchema.optional(), [...everyLaptop, 'neighbour', 'kiosk']),
    /** Why it does not take place. Attendance that happened stays: "cancelled, unless somebody came" is a rule. */
    cancelledBecause: field(z.string().max(300).nullable().optional(), laptopsAndCsv),
    /** What kind of reason that was, for reports (story 14). */
    cancelledFor: field(z.enum(['weather', 'heat', 'leaderIll', 'venueShut', 'tooFewStaff', 'other']).nullable().optional(), laptopsAndCsv),
    /** The first sign-in or count: from here on the session has begun and wants to be closed. */
    startedAt: field(momentSchema.nullable().optional(), [...laptopsAndCsv, 'neighbour']),
    /** When the count back agreed with who was out: nobody is missing. */
    allBackAt: field(momentSchema.nullable().optional(), [...laptopsAndCsv, 'neighbour']),
    /** Why it took place although nobody had planned it. */
    unplannedBecause: field(z.string().max(300).optional(), laptopsAndCsv),
    /** Pairs of people who look alike and are two, said by somebody who saw them (rules/maybeSame.ts). */
    twoPeople: field(z.array(z.string().max(80)).max(200).optional(), everyLaptop),
    /** What was checked before it began, by the keys of rules/templates.ts. */
    checked: field(z.array(z.string().max(40)).max(40).optional(), everyLaptop),
    /** The second part, over warm drinks (story 9). */
    cafeAt: field(momentSchema.nullable().optional(), laptopsAndCsv),
    cafeVenueId: ref('venue', idSchema.nullable().optional(), laptopsAndCsv),
    drinks: field(z.int().min(0).max(999).nullable().optional(), laptopsAndCsv),
    quizTheme: field(z.string().max(200).nullable().optional(), laptopsAndCsv),
    closedAt: field(momentSchema.nullable().optional(), [...laptopsAndCsv, 'neighbour']),
    closedBy: actor(idSchema.nullable().optional(), everyLaptop),
    /** Why it was closed although the counts do not agree. */
    mismatchReason: field(z.string().max(500).nullable().optional(), laptopsAndCsv),
    /** Who was expected when it closed, and not there: "not recorded" stays not recorded without this. */
    summary: field(z.string().max(4000).nullable().optional(), laptopsAndCsv),
  },
  links: ['groupId'],
  sideBySide: [],
  resident: true,
  shownWhileHeld: true,
  writers: everyRole,
  idOf: { from: ['groupId', 'date', 'slot'], make: ({ groupId, date, slot }) => sessionIdOf(groupId, date, slot) },
  seenBy: { by: 'register', group: 'groupId', day: 'date' },
  added: [],
})
