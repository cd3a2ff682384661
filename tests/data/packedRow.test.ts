import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../src/renderer/data/packedRow.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { idFor, stampAt } from '../support/builders.ts'

const stamps = ['09:00', '09:01', '10:30'].map((time) => stampAt(time))
const fields = ['givenName', 'familyName', 'phone', 'leftAt', 'toString']
const rows = fc
  .record({
    values: fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.string(), fc.constant(null), fc.array(fc.integer(), { maxLength: 2 }))),
    of: fc.dictionary(fc.constantFrom(...fields), fc.constantFrom(...stamps)),
    isOne: fc.boolean(),
    sided: fc.boolean(),
  })
  .map(({ values, of, isOne, sided }): Row => {
    const one = isOne ? Object.fromEntries(Object.keys(values).map((field) => [field, stamps[0]!])) : of
    const sides = { phone: { values: [[stamps[1]!, '01632 960001']] as [string, string][], over: [stamps[2]!] } }
    return { record: 'person', id: idFor('Jean'), fields: values, stamps: one, ...(sided ? { sides } : {}) }
  })

describe('a row as it is sealed', () => {
  test('is the same again, whatever its stamps are', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const sealed = JSON.parse(JSON.stringify(pack(row))) as ReturnType<typeof pack>
        expect(unpack('person', idFor('Jean'), sealed)).toEqual(row)
      }),
    )
  })

  test('has one stamp where one change wrote all of it, and less than two thirds of the letters', () => {
    const row: Row = {
      record: 'signIn',
      id: idFor('a sign-in'),
      fields: { sessionId: idFor('walk'), personId: idFor('Jean'), arrivedAt: '2026-10-22T09:30:00.000Z', how: 'facilitator', byId: idFor('Nisha') },
      stamps: Object.fromEntries(['sessionId', 'personId', 'arrivedAt', 'how', 'byId'].map((field) => [field, stamps[0]!])),
    }
    expect(pack(row).at).toBe(stamps[0])
    expect(JSON.stringify(pack(row)).length / JSON.stringify(row).length).toBeLessThan(2 / 3)
  })

  test('of before 0.1.0 is read as it lies there', () => {
    const former = { record: 'person', id: idFor('Jean'), fields: { phone: '1' }, stamps: { phone: stamps[0]! } }
    const sides = { phone: { values: { [stamps[1]!]: '2' }, over: [] } }
    const read = unpack('person', idFor('Jean'), { ...former, sides } as never)
    expect(read).toEqual({ ...former, sides: { phone: { values: [[stamps[1], '2']], over: [] } } })
  })
})
