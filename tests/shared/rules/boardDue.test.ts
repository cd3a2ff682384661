import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardDueOn, firstMondayOf, lastFirstMonday } from '../../../src/shared/rules/boardDue.ts'
import { addDays, weekdayOf } from '../../../src/shared/std/dates.ts'

const made = { every: 'firstMonday' as const, at: '2026-09-20T08:00:00.000Z' }

test.each([
  ['2026-10-22', '2026-10-05'],
  ['2026-06-30', '2026-06-01'], // the month begins on a Monday
  ['2026-02-01', '2026-02-02'], // or with a Sunday
  ['2028-02-29', '2028-02-07'],
])('the first Monday of the month of %s is %s', (day, monday) => {
  expect(firstMondayOf(day)).toBe(monday)
})

test('of any day it is a Monday among the first seven days of its month, and the last one that has come is not after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays('2020-01-01', days)
      const monday = firstMondayOf(day)
      expect([weekdayOf(monday), monday.slice(0, 7), Number(monday.slice(8)) <= 7]).toEqual([1, day.slice(0, 7), true])
      const last = lastFirstMonday(day)
      expect(last <= day && day <= addDays(last, 36)).toBe(true)
      expect(firstMondayOf(last)).toBe(last)
    }),
  )
})

test('a report is due from the first Monday on, until somebody has dealt with it, and again a month later', () => {
  expect(boardDueOn(made, '2026-10-04')).toBeNull()
  expect(boardDueOn(made, '2026-10-05')).toBe('2026-10-05')
  expect(boardDueOn(made, '2026-10-31')).toBe('2026-10-05')
  expect(boardDueOn({ ...made, doneFor: '2026-10-05' }, '2026-10-31')).toBeNull()
  expect(boardDueOn({ ...made, doneFor: '2026-10-05' }, '2026-11-01')).toBeNull() // a Sunday
  expect(boardDueOn({ ...made, doneFor: '2026-10-05' }, '2026-11-02')).toBe('2026-11-02')
  expect(boardDueOn({ ...made, doneFor: '2026-12-07' }, '2027-01-04')).toBe('2027-01-04') // over the end of a year
})

test('[midnight] who makes one late on the Sunday before has it on the Monday, in summer time as well', () => {
  const sunday = { ...made, at: '2026-07-05T22:30:00.000Z' } // half past eleven in London
  expect(boardDueOn(sunday, '2026-07-06')).toBe('2026-07-06')
  const monday = { ...made, at: '2026-07-05T23:30:00.000Z' } // half past midnight on the Monday
  expect(boardDueOn(monday, '2026-07-06')).toBeNull()
})

test('one that is made when it is asked for, or was removed, is never due', () => {
  expect(boardDueOn({ ...made, every: 'never' }, '2026-11-02')).toBeNull()
  expect(boardDueOn({ ...made, voidedBecause: 'no longer needed' }, '2026-11-02')).toBeNull()
})
