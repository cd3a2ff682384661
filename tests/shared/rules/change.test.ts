import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf, enoughPairs, meanOf } from '../../../src/shared/rules/change.ts'

/** Hours of sleep that ten patients gained with the second drug over the first (Student 1908): R's t.test says 0.7001 to 2.4599. */
const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4]
const pairs = (changes: readonly number[]) => changes.map((one) => ({ first: 3, then: 3 + one }))

test('[story 29] the mean of ten pairs and its interval are those that Student published', () => {
  expect(meanOf(sleep)).toEqual({ mean: 1.58, low: 0.7, high: 2.46 })
  expect(changeOf(pairs(sleep), 'higher')).toEqual({ pairs: 10, mean: 1.58, low: 0.7, high: 2.46, better: 9, same: 1, worse: 0 })
})

test('[story 29] of nine there is no mean, and of three none at all', () => {
  for (const n of [0, 1, 3, 9]) expect(changeOf(pairs(sleep.slice(0, n)), 'higher')).toMatchObject({ pairs: n, mean: null, low: null, high: null })
})

test('[story 29] where lower is better, a fall is better', () => {
  expect(changeOf(pairs([-1, -2, 0, 3]), 'lower')).toMatchObject({ better: 2, same: 1, worse: 1 })
  expect(changeOf(pairs([-1, -2, 0, 3]), 'higher')).toMatchObject({ better: 1, same: 1, worse: 2 })
})

test('[story 29] less than the smallest change that matters is the same; exactly that much is not, whatever a computer makes of 4.3 less 3.3', () => {
  const some = [
    { first: 4.3, then: 3.3 },
    { first: 4.3, then: 3.4 },
    { first: 3.3, then: 4.3 },
  ]
  expect(changeOf(some, 'lower', 1)).toMatchObject({ better: 1, same: 1, worse: 1 })
})

test('ten who all changed by the same have an interval of no width', () => {
  expect(meanOf(Array.from({ length: 10 }, () => 2))).toEqual({ mean: 2, low: 2, high: 2 })
})

test('what is read in another order has the same mean, to the last place: laptop and server read in different ones', () => {
  const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
  const shuffled = fc
    .array(fc.record({ first: score, then: score }), { minLength: 10, maxLength: 40 })
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })))
  fc.assert(
    fc.property(shuffled, ([some, other]) => {
      expect(changeOf(other, 'lower', 1)).toEqual(changeOf(some, 'lower', 1))
    }),
  )
})

test('better, same and worse are everybody, and the mean lies in its interval', () => {
  const score = fc.integer({ min: 0, max: 10 })
  fc.assert(
    fc.property(fc.array(fc.record({ first: score, then: score })), fc.constantFrom('higher' as const, 'lower' as const), (some, way) => {
      const { better, same, worse, mean, low, high } = changeOf(some, way)
      expect(better + same + worse).toBe(some.length)
      expect(mean === null).toBe(some.length < enoughPairs)
      if (mean !== null) expect(low! <= mean && mean <= high!).toBe(true)
    }),
  )
})
