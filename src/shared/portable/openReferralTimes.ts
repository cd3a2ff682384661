import type { Weekday } from '../rules/directory.ts'
import type { PlainDate } from '../std/dates.ts'

export interface Schedule {
  freq?: string | null | undefined
  interval?: number | null | undefined
  byday?: string | null | undefined
  valid_to?: string | null | undefined
  opens_at?: string | null | undefined
  closes_at?: string | null | undefined
  description?: string | null | undefined
  notes?: string | null | undefined
}
interface Time {
  day: Weekday
  from: string
  until: string
}

const days: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] satisfies Weekday[]
/** As many as an entry has room for. */
const most = 30

/** The weekdays with times of a service, and the rest in the feed's own words. What ended before today is left out. */
export function timesIn(schedules: readonly Schedule[], today: PlainDate): { times: Time[]; words: string } {
  const held = schedules.filter(({ valid_to: until }) => !until || until.slice(0, 10) >= today)
  const times = held.filter(isWeekly).flatMap(weekly)
  const kept = new Map(times.map((one) => [`${one.day} ${one.from} ${one.until}`, one]))
  const order = ({ day, from }: Time) => `${days.indexOf(day)} ${from}`
  const words = new Set(
    held.flatMap(({ description, notes }) => [description?.trim(), notes?.trim()].filter((said) => said !== undefined && said !== '')),
  )
  return { times: [...kept.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, most), words: [...words].join('\n') }
}

function isWeekly({ freq, interval }: Schedule): boolean {
  return (!freq || freq === 'WEEKLY') && (interval ?? 1) === 1
}

function weekly({ byday, opens_at: from, closes_at: until }: Schedule): Time[] {
  const [opens, closes] = [clock(from), clock(until)]
  if (!opens || !closes) return []
  const named = (byday ?? '').split(',').map((one) => one.trim().toUpperCase())
  return named.filter((one): one is Weekday => days.includes(one)).map((day) => ({ day, from: opens, until: closes }))
}

/** "10:00" of "10:00:00" or "10:00Z". */
function clock(text: string | null | undefined): string | null {
  return text?.match(/^(?:[01]\d|2[0-3]):[0-5]\d/)?.[0] ?? null
}
