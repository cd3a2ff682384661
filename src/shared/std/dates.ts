import { Temporal } from 'temporal-polyfill'

/** All sessions happen here, whatever zone the laptop is set to (peers 3.15). */
export const zone = 'Europe/London'

/** "2026-10-22": a date without a time or zone. */
export type PlainDate = string
/** "10:30": a time on the wall without a date or zone. */
export type PlainTime = string
/** "2026-10-22T09:31:04.120Z": a moment. */
export type Instant = string

/** The date in Europe/London at this moment. */
export function dateOf(instant: Instant): PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The time on the wall in Europe/London at this moment, "10:31". */
export function timeOf(instant: Instant): PlainTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/**
 * The moment of a date and time on the wall. In the hour that spring skips it is an hour later, in the hour that autumn
 * repeats it is the first: rather an hour wrong than a crash at the gate.
 */
export function instantOf(date: PlainDate, time: PlainTime): Instant {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
  return moment.toInstant().toString()
}

/** The date so many days later (earlier, if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The date so many months later; the last of a month where that day does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** Whole minutes from one moment to another. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
}
