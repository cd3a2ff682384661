import { expect, test } from 'vitest'
import { untilMidnight } from './midnight.ts'

const minute = 60_000

test.each([
  ['on a winter’s night', '2026-12-31T23:59:00Z', minute],
  ['at midnight itself', '2026-11-27T00:00:00Z', 24 * 60 * minute],
  ['in summer, an hour before the other midnight', '2026-06-30T22:58:00Z', 2 * minute],
  ['on the day that has 23 hours', '2026-03-29T00:00:00Z', 23 * 60 * minute],
  ['on the day that has 25', '2026-10-24T23:00:00Z', 25 * 60 * minute],
])('the day lasts so long yet: %s', (_when, now, left) => {
  expect(untilMidnight(Date.parse(now))).toBe(left)
})
