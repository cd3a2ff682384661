import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText, sameJson } from '../../../src/shared/std/json.ts'

/** Few names and values, so that equal ones and near misses happen. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(fc.constantFrom(null, true, 0, 1, '', 'a'), fc.array(tie('value'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b', '0', 'length'), tie('value'), { maxKeys: 2 })),
}))

test('two values are the same when their texts are, whatever the order of their keys', () => {
  fc.assert(fc.property(value, value, (a, b) => {
    expect(sameJson(a, b)).toBe(jsonText(a) === jsonText(b))
    expect(sameJson(a, structuredClone(a))).toBe(true)
  }), { numRuns: 2000 })
  expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false)
})
