import { expect, test } from 'vitest'
import { percentile } from '../../../src/shared/rules/percentile.ts'

test('the median and the 90th percentile lie between values in proportion, as R and PostgreSQL reckon them', () => {
  const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5]
  expect([percentile(ten, 0.5), percentile(ten, 0.9)]).toEqual([5.5, 9.1])
  expect([percentile([3], 0.5), percentile([3], 0.9)]).toEqual([3, 3])
  expect(percentile([], 0.5)).toBeNull()
})
