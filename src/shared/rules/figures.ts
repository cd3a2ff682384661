import type { Entity } from '../records/index.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import type { SessionSince } from './gotThere.ts'
import { percentile } from './percentile.ts'

// What reports count, decided once (story 28). Each has its words in words/en/figures.ts, which stand under every figure.

/** Every figure that a report prints with what it means. */
export const figures = [
  'signedUp',
  'joined',
  'came',
  'people',
  'newPeople',
  'heads',
  'sessions',
  'median',
  'cancelled',
  'regular',
  'stopped',
  'stayed',
  'gotThere',
  'notKnown',
] as const
export type FigureName = (typeof figures)[number]

/** Days of a period, both counted. */
export interface Days {
  from: PlainDate
  to: PlainDate
}

/** One register as figures read it. */
export interface CountedRegister {
  sessionId: string
  groupId: string
  date: PlainDate
  /** Who came, each person once (rules/attendance.ts). */
  came: ReadonlySet<string>
  state: SessionSince['state']
}

type Membership = Pick<Entity<'membership'>, 'since' | 'endedOn'>

/** Whether somebody was signed up at the end of a day. */
export function isSignedUpOn({ since, endedOn }: Membership, day: PlainDate): boolean {
  return since <= day && (!endedOn || endedOn > day)
}

/** Whether somebody had ever signed up by the end of a day. Who was taken off on the same day was signed up by mistake. */
export function hadSignedUpBy({ since, endedOn }: Membership, day: PlainDate): boolean {
  return since <= day && !(endedOn && endedOn <= since)
}

/** The day on which each person first signed up, of those who had by the end of a day: written down twice, somebody is one. */
export function firstSignedUp(
  memberships: readonly Pick<Entity<'membership'>, 'personId' | 'since' | 'endedOn'>[],
  day: PlainDate,
): Map<string, PlainDate> {
  const first = new Map<string, PlainDate>()
  for (const one of memberships) if (hadSignedUpBy(one, day) && one.since < (first.get(one.personId) ?? '9999')) first.set(one.personId, one.since)
  return first
}

/** Whether a day lies in a period. */
export function isWithin(day: PlainDate, { from, to }: Days): boolean {
  return from <= day && day <= to
}

/** Whether a session took place: somebody came, or it was closed and not cancelled. */
export function tookPlace({ came, state }: Pick<CountedRegister, 'came' | 'state'>): boolean {
  return came.size > 0 || state === 'held'
}

/** When everybody came for the first time, as far as registers are kept. @param registers in the order of their days */
export function firstTimes(registers: readonly CountedRegister[]): Map<string, PlainDate> {
  const first = new Map<string, PlainDate>()
  for (const { came, date } of registers) for (const one of came) if (!first.has(one)) first.set(one, date)
  return first
}

/** How often everybody came. */
export function timesEach(registers: readonly CountedRegister[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { came } of registers) for (const one of came) times.set(one, (times.get(one) ?? 0) + 1)
  return times
}

/** The middle one of several numbers, or half way between the two in the middle; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  return percentile(numbers, 0.5)
}

/** Who comes so often is a regular; of the first six sessions it is who stays (story 28: three of the first six). */
export const timesToBeRegular = 3
/** Sessions after signing up by which it is told whether somebody stays. */
export const firstSessionsCounted = 6
/** Days from a yes to the first time within which somebody got there (story 28: four weeks). */
export const daysToGetThere = 28

/**
 * The sessions by which it is told whether somebody stayed: the first six of their group that took place since they signed up; null while
 * there are fewer. @param met sessions of one group that took place, in the order of their days
 */
export function firstSessions(met: readonly CountedRegister[], since: PlainDate): readonly CountedRegister[] | null {
  let [low, high] = [0, met.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (met[middle]!.date < since) low = middle + 1
    else high = middle
  }
  return low + firstSessionsCounted <= met.length ? met.slice(low, low + firstSessionsCounted) : null
}

/** Whether somebody stayed: they came to three of these six. */
export function stayed(personId: string, first: readonly CountedRegister[]): boolean {
  return first.filter((one) => one.came.has(personId)).length >= timesToBeRegular
}

/** The last day on which somebody who said yes on a day still got there in time. */
export function lastDayToGetThere(saidYesOn: PlainDate): PlainDate {
  return addDays(saidYesOn, daysToGetThere)
}
