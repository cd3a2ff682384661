import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText, keptWhereSame, sameJson } from '../../../src/shared/std/json.ts'

/** Few names and values, so that equal ones and near misses happen. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.constantFrom(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0', 'length'), tie('value'), { maxKeys: 2 }),
  ),
}))

test('two values are the same when their texts are, whatever the order of their keys', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameJson(a, b)).toBe(jsonText(a) === jsonText(b))
      expect(sameJson(a, structuredClone(a))).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false)
})

test('what came is kept whole where it is the same as before, and says the same in any case', () => {
  fc.assert(
    fc.property(value, value, (before, now) => {
      const plain = jsonText(now)
      const kept = keptWhereSame(before, now)
      expect(jsonText(kept)).toBe(plain)
      expect(jsonText(now)).toBe(plain) // what came is not changed
      expect(kept === before).toBe(sameJson(before, now)) // and the other way round
    }),
    { numRuns: 2000 },
  )
})

test('somebody who comes, goes or moves on changes one row of a list: all others are the same things as before', () => {
  const row = (id: string) => ({ id, alerts: [{ text: id }] })
  const before = { here: ['a', 'b', 'c', 'd'].map(row) }
  const after = (...ids: string[]) => keptWhereSame(before, { here: ids.map(row) }).here.map((one) => before.here.indexOf(one))
  expect([after('x', 'a', 'b', 'c', 'd'), after('a', 'c', 'd'), after('a', 'b', 'x', 'd'), after('a', 'b', 'x', 'c', 'd')]).toEqual([
    [-1, 0, 1, 2, 3],
    [0, 2, 3],
    [0, 1, -1, 3],
    [0, 1, -1, 2, 3],
  ])
})
