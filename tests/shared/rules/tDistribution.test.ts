import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tFor, withinT } from '../../../src/shared/rules/tDistribution.ts'

/** Two-sided critical values as every table of Student's t prints them. */
const published: [df: number, within: number, t: number][] = [
  [1, 0.95, 12.706],
  [2, 0.95, 4.303],
  [3, 0.95, 3.182],
  [4, 0.95, 2.776],
  [5, 0.95, 2.571],
  [9, 0.95, 2.262],
  [10, 0.95, 2.228],
  [15, 0.95, 2.131],
  [20, 0.95, 2.086],
  [29, 0.95, 2.045],
  [30, 0.95, 2.042],
  [60, 0.95, 2.0],
  [120, 0.95, 1.98],
  [10_000, 0.95, 1.96],
  [1, 0.99, 63.657],
  [9, 0.99, 3.25],
  [30, 0.99, 2.75],
  [9, 0.9, 1.833],
]

test.each(published)('[story 29] t of %d degrees of freedom and %d is %d, as published', (df, within, t) => {
  expect(tFor(df, within)).toBeCloseTo(t, 3)
})

test('between -t and the t for a share lies that share, for any degrees of freedom', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.05, max: 0.99, noNaN: true }), (df, within) => {
      expect(withinT(tFor(df, within), df)).toBeCloseTo(within, 9)
    }),
  )
})
