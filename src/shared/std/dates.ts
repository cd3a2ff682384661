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
  const wall = onTheWall(instant)
  return wall.slice(0, wall.indexOf('T'))
}

/** The time on the wall in Europe/London at this moment, "10:31". */
export function timeOf(instant: Instant): PlainTime {
  const wall = onTheWall(instant)
  const from = wall.indexOf('T') + 1
  return wall.slice(from, from + 'HH:MM'.length)
}

/** Moments of these years are written with four digits, and their clocks change on the hour. */
const plainMoment = /^(19[7-9]|20\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/
const hourMs = 3_600_000
/** Milliseconds that London is ahead, by the hour since 1970. Forgotten when it grows large. */
const aheadAt = new Map<number, number>()
const mostHours = 20_000

/**
 * "2026-10-22T10:31" and more. A register tells hundreds of times after every tick: asked of Temporal each time, they took
 * longer than everything else on it.
 */
function onTheWall(instant: Instant): string {
  const ms = plainMoment.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== instant.slice(0, 19)) return fromTemporal(instant) // says what is wrong
  return new Date(ms + aheadIn(Math.floor(ms / hourMs))).toISOString()
}

function aheadIn(hour: number): number {
  const known = aheadAt.get(hour)
  if (known !== undefined) return known
  const ahead = Temporal.Instant.fromEpochMilliseconds(hour * hourMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  if (aheadAt.size >= mostHours) aheadAt.clear()
  aheadAt.set(hour, ahead)
  return ahead
}

function fromTemporal(instant: Instant): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString()
}

/**
 * The moment of a date and time on the wall. In the hour that spring skips it is an hour later, in the hour that autumn
 * repeats it is the first: rather an hour wrong than a crash at the gate.
 */
export function instantOf(date: PlainDate, time: PlainTime): Instant {
  const wall = `${date} ${time}`
  const known = moments.get(wall) ?? reckoned(date, time)
  if (moments.size >= mostMoments) moments.clear()
  moments.set(wall, known)
  return known
}

/** Moments asked for: the alarms ask for the ends of the same sessions after every tick. Forgotten when it grows large. */
const moments = new Map<string, Instant>()
const mostMoments = 20_000

function reckoned(date: PlainDate, time: PlainTime): Instant {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
  return moment.toInstant().toString()
}

const dayMs = 86_400_000

/**
 * The date so many days later (earlier, if negative). Of dates of four digits it is sums alone: My day asks it for each of two thousand
 * cases, and asked of Temporal that was half of its answer.
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  const ms = Date.parse(`${date}T00:00:00Z`)
  const isPlain = !Number.isNaN(ms) && Number.isInteger(days) && new Date(ms).toISOString().slice(0, 10) === date
  const later = isPlain ? new Date(ms + days * dayMs) : null
  if (later && later.getUTCFullYear() > 0 && later.getUTCFullYear() < 10_000) return later.toISOString().slice(0, 10)
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Whole days from one date to another; negative where it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((noonOf(to) - noonOf(from)) / dayMs)
}

/** Milliseconds at the noons of days asked for: outcomes of five thousand people ask for fifty thousand pairs of the same few hundred. */
const noons = new Map<PlainDate, number>()
const mostNoons = 20_000

function noonOf(date: PlainDate): number {
  const known = noons.get(date) ?? Date.parse(`${date}T12:00:00Z`)
  if (noons.size >= mostNoons) noons.clear()
  noons.set(date, known)
  return known
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
