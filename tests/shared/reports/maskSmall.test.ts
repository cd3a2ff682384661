import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, maskParts, maskSmall } from '../../../src/shared/reports/maskSmall.ts'

const shown = (counts: readonly number[], others?: readonly number[]) => maskParts(counts, others).map((one) => (typeof one === 'number' ? one : 'x'))

test('1 to 4 are fewer than five; nobody is nobody', () => {
  expect([0, 1, 4, 5].map((one) => maskSmall(one))).toEqual([0, { word: 'fewer' }, { word: 'fewer' }, 5])
})

test('a small part takes the next smallest with it, and more until those together are five', () => {
  expect(shown([30, 9, 2])).toEqual([30, 'x', 'x'])
  expect(shown([36, 3, 2])).toEqual([36, 'x', 'x'])
  expect(shown([36, 1, 2])).toEqual(['x', 'x', 'x'])
  expect(shown([38, 0, 3])).toEqual(['x', 0, 'x'])
  expect(shown([38, 0, 5])).toEqual([38, 0, 5])
  expect(shown([3])).toEqual(['x'])
})

test('what is small of everybody else is hidden here too, as it is the difference to all', () => {
  expect(shown([18, 10, 12], [2, 10, 20])).toEqual(['x', 'x', 12])
})

test('no count under five of these or of everybody else can be worked out from what is shown', () => {
  const counts = fc.array(fc.nat(12), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(
      counts.chain((some) => fc.tuple(fc.constant(some), fc.array(fc.nat(12), { minLength: some.length, maxLength: some.length }))),
      ([some, others]) => {
        const masked = maskParts(some, others)
        const hidden = masked.flatMap((one, at) => (typeof one === 'number' ? [] : [at]))
        const standing = masked.flatMap((one, at) => (typeof one === 'number' ? [at] : []))
        for (const at of standing) expect(isSmall(some[at]!) || isSmall(others[at]!)).toBe(false)
        expect(hidden.length).not.toBe(1)
        if (hidden.length === some.length) return // then nothing is shown but the sum
        for (const all of [some, others]) expect(isSmall(hidden.reduce((sum, at) => sum + all[at]!, 0))).toBe(false)
      },
    ),
  )
})
