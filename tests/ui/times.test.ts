import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, zone } from '../../src/shared/std/dates.ts'
import { zone as windowZone } from '../../src/renderer/words/zone.ts'
import { words } from './words.ts'

const now = '2026-10-22T09:32:00.000Z'

test('times are those of the wall in Europe/London, in summer and winter', () => {
  expect(words.clock('2026-10-22T09:32:00.000Z')).toBe('10:32')
  expect(words.clock('2026-11-22T09:32:00.000Z')).toBe('9:32')
  expect(words.dateOf('2026-06-30T23:30:00.000Z')).toBe('2026-07-01')
  expect(windowZone).toBe(zone)
})

test('how long ago is said as people say it', () => {
  expect(words.moment('2026-10-22T07:52:00.000Z', now)).toBe('8:52')
  expect(words.moment('2026-10-20T15:40:00.000Z', now)).toBe('Tue 16:40')
  expect(words.moment('2026-10-15T15:40:00.000Z', now)).toBe('15 October, 16:40')
  expect(words.since('2026-10-20T15:40:00.000Z', now)).toBe('Tuesday')
  expect(words.since('2026-10-22T07:52:00.000Z', now)).toBe('8:52')
  expect(words.since('2026-10-01T07:52:00.000Z', now)).toBe('1 October')
  expect(words.momentToday('2026-10-22T07:52:00.000Z', now)).toBe('today 8:52')
})

test('dates are the same on every laptop, whatever its zone', () => {
  expect(words.day('2026-10-22')).toBe('Thursday 22 October')
  expect(words.shortDay('2026-10-22')).toBe('Thu 22 October')
  expect(words.fullDate('1951-04-03')).toBe('3 April 1951')
  expect(words.time('09:05')).toBe('9:05')
})

test('a date that is not of this year says its year, wherever it stands', () => {
  expect(words.day('2019-01-01')).toBe('Tuesday 1 January 2019')
  expect(words.shortDay('2027-01-07')).toBe('Thu 7 January 2027')
  expect(words.tinyDate('2025-10-22')).toBe('22 Oct 2025')
  expect(words.month('2024-05-02')).toBe('May 2024')
  expect(words.moment('2025-10-15T15:40:00.000Z', now)).toBe('15 October 2025, 16:40')
  expect(words.since('2025-10-15T15:40:00.000Z', now)).toBe('15 October 2025')
  expect(words.birthday('1948-04-03')).toBe('3 April')
})

test('what is still to come, as where the clock was set back, is not said as if it were today', () => {
  expect(words.moment('2026-11-27T15:40:00.000Z', now)).toBe('27 November, 15:40')
  expect(words.momentToday('2028-11-27T15:40:00.000Z', now)).toBe('27 November 2028, 15:40')
  expect(words.since('2026-11-27T15:40:00.000Z', now)).toBe('27 November')
})

test('a time on the wall is the same moment here as in the core, also when the clocks change', () => {
  const check = (date: string, time: string) => {
    expect(Date.parse(words.instantAt(date, time)), `${date} ${time}`).toBe(Date.parse(instantOf(date, time)))
  }
  for (const date of ['2026-03-29', '2026-10-25', '2026-10-22', '2026-12-01']) {
    for (const time of ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '10:31', '23:59']) check(date, time)
  }
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(fc.property(days, (at) => check(at.toISOString().slice(0, 10), at.toISOString().slice(11, 16))))
})
