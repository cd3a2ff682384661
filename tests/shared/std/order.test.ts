import { expect, test } from 'vitest'
import { bySort, newestFirst, oldestFirst } from '../../../src/shared/std/order.ts'

const told = [
  { at: '2026-10-22T10:31:00Z', id: 'b' },
  { at: '2026-10-22T10:30:00Z', id: 'c' },
  { at: '2026-10-22T10:31:00Z', id: 'a' },
]
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join('')

test('what was told is in the order of time, and of one moment in the order of ids, whatever order it came in', () => {
  expect(ids(told.toSorted(oldestFirst))).toBe('cab')
  expect(ids(told.toReversed().sort(oldestFirst))).toBe('cab')
  expect(ids(told.toSorted(newestFirst))).toBe('bac')
})

test('rows with a text made for it are in its order, and equal ones stay as they were', () => {
  expect(
    [
      { sort: 'oakes ray', id: '1' },
      { sort: 'kaur', id: '2' },
      { sort: 'oakes ray', id: '3' },
    ]
      .sort(bySort)
      .map(({ id }) => id),
  ).toEqual(['2', '1', '3'])
})
