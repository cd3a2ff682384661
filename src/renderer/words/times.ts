import type { IntlShape } from 'react-intl'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'
import { zone } from './zone.ts'

/** Dates and times as people say them. */
export interface Times {
  /** "9:30" of the wall time "09:30" */
  time(time: PlainTime): string
  /** "Thursday 22 October" */
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
  /** "May", for when somebody joined */
  month(date: PlainDate): string
  /** "11:52" of a moment, on the wall of Europe/London */
  clock(at: Instant): string
  /** "11:52" when it was today, "Tue 16:40" in the last six days, else "15 October, 16:40" */
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

/** Makes them for a language. Noon in UTC stands for a plain date: no zone moves it to another day. */
export function createTimes(intl: IntlShape): Times {
  const plain = (date: PlainDate, options: Intl.DateTimeFormatOptions) =>
    intl.formatDate(`${date}T12:00:00Z`, { ...options, timeZone: 'UTC' }).replaceAll(',', '')
  const time = (text: PlainTime) => text.replace(/^0(?=\d:)/, '')
  const clock = (at: Instant) =>
    time(intl.formatDate(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }))
  const dateOf = (at: Instant) => isoDate.format(new Date(at))
  const daysAgo = (at: Instant, now: Instant) =>
    Math.round((Date.parse(`${dateOf(now)}T12:00:00Z`) - Date.parse(`${dateOf(at)}T12:00:00Z`)) / day)
  const shortMonthDay = (at: Instant) => plain(dateOf(at), { day: 'numeric', month: 'long' })
  // Europe/London is one hour ahead of UTC in summer, else none. In autumn's repeated hour the first counts, in the hour that
  // spring skips it is an hour later.
  const instantAt = (date: PlainDate, wall: PlainTime) => {
    const utc = Date.parse(`${date}T${wall}:00.000Z`)
    const summer = new Date(utc - hour).toISOString()
    return clock(summer) === time(wall) && dateOf(summer) === date ? summer : new Date(utc).toISOString()
  }
  const moment = (at: Instant, now: Instant) => {
    const ago = daysAgo(at, now)
    if (ago <= 0) return clock(at)
    return ago < 7 ? `${plain(dateOf(at), { weekday: 'short' })} ${clock(at)}` : `${shortMonthDay(at)}, ${clock(at)}`
  }
  return {
    time, clock, moment, dateOf, instantAt,
    day: (date) => plain(date, { weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: (date) => plain(date, { weekday: 'short', day: 'numeric', month: 'long' }),
    fullDate: (date) => plain(date, { day: 'numeric', month: 'long', year: 'numeric' }),
    birthday: (date) => plain(date, { day: 'numeric', month: 'long' }),
    tinyDate: (date) => plain(date, { day: 'numeric', month: 'short' }),
    weekday: (date) => plain(date, { weekday: 'short' }),
    month: (date) => plain(date, { month: 'long' }),
    momentToday: (at, now) =>
      daysAgo(at, now) <= 0 ? intl.formatMessage({ id: 'time.todayAt' }, { time: clock(at) }) : moment(at, now),
    since: (at, now) => {
      const ago = daysAgo(at, now)
      if (ago <= 0) return clock(at)
      return ago < 7 ? plain(dateOf(at), { weekday: 'long' }) : shortMonthDay(at)
    },
  }
}

const isoDate = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
