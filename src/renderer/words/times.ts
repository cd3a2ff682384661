import type { IntlShape } from 'react-intl'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'
import { zone } from './zone.ts'

/** Dates and times as people say them. */
export interface Times {
  /** "9:30" of the wall time "09:30" */
  time(time: PlainTime): string
  /** "Thursday 22 October"; like all that follow with its year where that is not this one */
  day(date: PlainDate): string
  /** "Thu 22 October" */
  shortDay(date: PlainDate): string
  /** "22 October 2026" */
  fullDate(date: PlainDate): string
  /** "3 April" of somebody's date of birth, which has no year that matters */
  birthday(date: PlainDate): string
  /** "22 Oct" */
  tinyDate(date: PlainDate): string
  /** "Fri" */
  weekday(date: PlainDate): string
  /** "May" or "May 2024", for when somebody joined */
  month(date: PlainDate): string
  /** "October 2026", always with its year. */
  monthOfYear(date: PlainDate): string
  /** "11:52" of a moment, on the wall of Europe/London */
  clock(at: Instant): string
  /** "11:52" when it was today, "Tue 16:40" in the last six days, else "15 October, 16:40"; also when it is still to come */
  moment(at: Instant, now: Instant): string
  /** "today 8:52", "Tue 16:40", "15 October, 16:40" */
  momentToday(at: Instant, now: Instant): string
  /** "8:52", "Tuesday", "15 October": after the word "since" */
  since(at: Instant, now: Instant): string
  dateOf(at: Instant): PlainDate
  /** The moment of a date and time on the wall, as shared/std/dates.ts reckons it, without its calendar library. */
  instantAt(date: PlainDate, time: PlainTime): Instant
}

const day = 86_400_000
const hour = 3_600_000

/**
 * Makes them for a language. Noon in UTC stands for a plain date: no zone moves it to another day.
 * @param present asked for this year: a date of another says so, for a laptop's clock may stand years away
 */
export function createTimes(intl: IntlShape, present: () => Instant): Times {
  const plain = (date: PlainDate, options: Intl.DateTimeFormatOptions) =>
    intl.formatDate(`${date}T12:00:00Z`, { ...options, timeZone: 'UTC' }).replaceAll(',', '')
  const yearOf = (date: PlainDate, now = present()): Intl.DateTimeFormatOptions => (date.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' })
  const time = (text: PlainTime) => text.replace(/^0(?=\d:)/, '')
  const clock = (at: Instant) => time(intl.formatDate(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }))
  const dateOf = (at: Instant) => isoDate.format(new Date(at))
  const daysAgo = (at: Instant, now: Instant) => Math.round((Date.parse(`${dateOf(now)}T12:00:00Z`) - Date.parse(`${dateOf(at)}T12:00:00Z`)) / day)
  const monthDay = (at: Instant, now: Instant) => plain(dateOf(at), { day: 'numeric', month: 'long', ...yearOf(dateOf(at), now) })
  const isToday = (ago: number) => ago === 0 || ago === -1 // what is drawn may look at the clock half a minute late
  const lately = (ago: number) => ago > 0 && ago < 7
  // Europe/London is one hour ahead of UTC in summer, else none. In autumn's repeated hour the first counts, in the hour that
  // spring skips it is an hour later.
  const instantAt = (date: PlainDate, wall: PlainTime) => {
    const utc = Date.parse(`${date}T${wall}:00.000Z`)
    const summer = new Date(utc - hour).toISOString()
    return clock(summer) === time(wall) && dateOf(summer) === date ? summer : new Date(utc).toISOString()
  }
  const moment = (at: Instant, now: Instant) => {
    const ago = daysAgo(at, now)
    if (isToday(ago)) return clock(at)
    return lately(ago) ? `${plain(dateOf(at), { weekday: 'short' })} ${clock(at)}` : `${monthDay(at, now)}, ${clock(at)}`
  }
  return {
    time,
    clock,
    moment,
    dateOf,
    instantAt,
    day: (date) => plain(date, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(date) }),
    shortDay: (date) => plain(date, { weekday: 'short', day: 'numeric', month: 'long', ...yearOf(date) }),
    fullDate: (date) => plain(date, { day: 'numeric', month: 'long', year: 'numeric' }),
    birthday: (date) => plain(date, { day: 'numeric', month: 'long' }),
    tinyDate: (date) => plain(date, { day: 'numeric', month: 'short', ...yearOf(date) }),
    weekday: (date) => plain(date, { weekday: 'short' }),
    month: (date) => plain(date, { month: 'long', ...yearOf(date) }),
    monthOfYear: (date) => plain(date, { month: 'long', year: 'numeric' }),
    momentToday: (at, now) => (isToday(daysAgo(at, now)) ? intl.formatMessage({ id: 'time.todayAt' }, { time: clock(at) }) : moment(at, now)),
    since: (at, now) => {
      const ago = daysAgo(at, now)
      if (isToday(ago)) return clock(at)
      return lately(ago) ? plain(dateOf(at), { weekday: 'long' }) : monthDay(at, now)
    },
  }
}

const isoDate = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
