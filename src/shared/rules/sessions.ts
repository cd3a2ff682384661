import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Entity } from '../records/index.ts'
import type { Slot } from '../records/group.ts'
import { addDays, zone, type PlainDate, type PlainTime } from '../std/dates.ts'
import { sessionIdOf } from '../std/ids.ts'

/** One date of a group, planned by its rule or written down. */
export interface Occurrence {
  sessionId: string
  groupId: string
  date: PlainDate
  slot: number
  start: PlainTime
  end: PlainTime
  venueId: string | null
  leaderId: string | null
  /** The row, once somebody did something there. */
  session: Entity<'session'> | null
}

/**
 * The dates of a group's weekly rules between two dates, both included, with what the session rows say differently, and
 * unplanned sessions that have only a row. Sorted by date and start.
 */
export function occurrencesOf(group: Entity<'group'>, sessions: readonly Entity<'session'>[], from: PlainDate, to: PlainDate): Occurrence[] {
  const rows = new Map(sessions.filter((one) => one.groupId === group.id).map((one) => [one.id, one]))
  const found = new Map<string, Occurrence>()
  for (const slot of group.schedule) {
    for (const date of datesOf(slot, from, to)) {
      const id = sessionIdOf(group.id, date, slot.slot)
      found.set(id, occurrence(group, id, date, slot, rows.get(id) ?? null))
    }
  }
  for (const row of rows.values()) {
    if (!found.has(row.id) && row.date >= from && row.date <= to) {
      const slot = group.schedule.find((one) => one.slot === row.slot) ?? group.schedule[0]
      found.set(row.id, occurrence(group, row.id, row.date, slot, row))
    }
  }
  return [...found.values()].sort(inOrder)
}

/** When a schedule first meets, by its rules alone. @param most no more than so many */
export function firstSessions(schedule: readonly Slot[], from: PlainDate, most: number): { date: PlainDate; start: PlainTime }[] {
  const first = schedule.reduce((latest, slot) => (slot.from > latest ? slot.from : latest), from)
  const dates = schedule.flatMap((slot) => datesOf(slot, from, addDays(first, most * 14)).map((date) => ({ date, start: slot.start })))
  return dates.sort((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1)).slice(0, most)
}

/** By date and start; the id breaks ties, so that every laptop shows the same order. */
export function inOrder(a: Occurrence, b: Occurrence): number {
  return orderOf(a) < orderOf(b) ? -1 : 1
}

function orderOf({ date, start, sessionId }: Occurrence): string {
  return `${date} ${start} ${sessionId}`
}

/** One occurrence by its id, when date and slot are known from the row, or found near a date by the rule. */
export function findOccurrence(
  group: Entity<'group'>,
  sessions: readonly Entity<'session'>[],
  sessionId: string,
  near: PlainDate,
): Occurrence | null {
  const row = sessions.find((one) => one.id === sessionId)
  const [from, to] = row ? [row.date, row.date] : [addDays(near, -400), addDays(near, 400)]
  return occurrencesOf(group, sessions, from, to).find((one) => one.sessionId === sessionId) ?? null
}

function occurrence(
  group: Entity<'group'>,
  sessionId: string,
  date: PlainDate,
  slot: Slot | undefined,
  session: Entity<'session'> | null,
): Occurrence {
  return {
    sessionId,
    groupId: group.id,
    date,
    slot: session?.slot ?? slot?.slot ?? 0,
    start: session?.start ?? slot?.start ?? '00:00',
    end: session?.end ?? slot?.end ?? '23:59',
    venueId: session?.venueId ?? group.venueId ?? null,
    leaderId: session?.leaderId ?? group.leaderId ?? null,
    session,
  }
}

const known = new Map<string, PlainDate[]>()

/** The dates of one slot. Kept, because three years of a weekly rule cost milliseconds and the screens ask again and again. */
function datesOf(slot: Slot, from: PlainDate, to: PlainDate): PlainDate[] {
  const first = from > slot.from ? from : slot.from
  const last = slot.until !== null && slot.until < to ? slot.until : to
  if (first > last) return []
  const key = [slot.rule, slot.from, first, last].join('|')
  const kept = known.get(key)
  if (kept) return kept
  const dates = expand(slot, first, last)
  if (known.size > 2000) known.clear()
  known.set(key, dates)
  return dates
}

/** A rule nobody can read (a newer app wrote it) makes no dates: one group must not blank the screens of all. */
function expand(slot: Slot, first: PlainDate, last: PlainDate): PlainDate[] {
  try {
    return datesByRule(slot, first, last)
  } catch {
    return []
  }
}

function datesByRule(slot: Slot, first: PlainDate, last: PlainDate): PlainDate[] {
  const noon = (date: PlainDate) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
  const start = `${slot.from.replaceAll('-', '')}T120000` // noon never falls into a clock change
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${slot.rule}` })
  return rule.between(noon(first), noon(last), true).map((at) => at.toPlainDate().toString())
}
