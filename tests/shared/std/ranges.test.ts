import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countIn, gapsIn, joined, without, type NumberRange } from '../../../src/shared/std/ranges.ts'

const ranges = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(8)).map(([first, more]) => ({ first, last: first + more })),
  { maxLength: 6 },
)
const numbersIn = (all: readonly NumberRange[]) =>
  new Set(all.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)))
const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b)

test('ranges are joined and taken out of each other as their numbers are', () => {
  fc.assert(
    fc.property(ranges, ranges, (some, others) => {
      const kept = sorted(numbersIn(some))
      expect(sorted(numbersIn(joined(some)))).toEqual(kept)
      expect(countIn(joined(some))).toBe(kept.length)
      const taken = numbersIn(others)
      expect(sorted(numbersIn(without(some, others)))).toEqual(kept.filter((one) => !taken.has(one)))
    }),
    { seed: 30 },
  )
})

test('gaps are what is not there', () => {
  expect(gapsIn(1, 9, (one) => [1, 2, 3, 7].includes(one))).toEqual([
    { first: 4, last: 6 },
    { first: 8, last: 9 },
  ])
  expect([gapsIn(5, 4, () => false), gapsIn(1, 3, () => true)]).toEqual([[], []])
})
