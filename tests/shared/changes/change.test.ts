import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeSchema, effectiveStamp } from '../../../src/shared/changes/change.ts'
import { entityOf, fieldsAreValid } from '../../../src/shared/changes/entity.ts'
import { openValues, rowSchema } from '../../../src/shared/changes/row.ts'
import { jsonText } from '../../../src/shared/std/json.ts'
import { personChanges } from '../../support/arbitraries.ts'
import { accepted, aChange, aPerson, aRow, idFor, stampAt } from '../../support/builders.ts'
import { foldAll } from '../../../src/shared/changes/fold.ts'

describe('a change on the wire', () => {
  const good = aChange('person', idFor('Jean'), { givenName: 'Jean' }, { basedOn: { phone: [stampAt('10:30')] } })

  test('comes through as it was written', () => {
    expect(changeSchema.parse(JSON.parse(JSON.stringify(good)))).toEqual(good)
  })

  test.each([
    ['no sequence', { sequence: 0 }],
    ['a hole in the sequence', { sequence: 1.5 }],
    ['a stamp of another form', { stamp: '2026-10-22T09:31:00Z' }],
    ['a row that is no id', { row: 'jean' }],
    ['a device that is no id', { device: '' }],
    ['a field called constructor.name', { fields: { 'constructor.name': 1 } }],
    ['a field with a capital', { fields: { GivenName: 'Jean' } }],
    ['a field name without end', { fields: { ['a'.repeat(62)]: 1 } }],
    ['a value JSON does not know', { fields: { givenName: undefined } }],
    ['a stamp it was not based on', { basedOn: { phone: ['yesterday'] } }],
    ['a basis without end', { basedOn: { phone: Array.from({ length: 51 }, () => stampAt('10:30')) } }],
  ])('is refused with %s', (_what, wrong) => {
    expect(changeSchema.safeParse({ ...good, ...wrong }).success).toBe(false)
  })

  test('never brings a field called __proto__ through, nor what it holds', () => {
    const poisoned = JSON.parse('{"givenName":"Jean","__proto__":{"removedBecause":"gone"}}') as Record<string, string>
    expect(changeSchema.safeParse({ ...good, fields: poisoned }).success).toBe(false)
    expect(changeSchema.safeParse({ ...good, fields: { address: poisoned } }).success).toBe(false)
  })

  test('orders by its own stamp until the server has answered', () => {
    expect([effectiveStamp(good), effectiveStamp(accepted(good, 1, stampAt('10:29')))]).toEqual([stampAt('10:30'), stampAt('10:29')])
  })
})

describe('a row', () => {
  test('survives the wire whatever was folded into it', () => {
    fc.assert(
      fc.property(personChanges, (changes) => {
        const row = foldAll(undefined, changes)
        expect(rowSchema.parse(JSON.parse(JSON.stringify(row)))).toEqual(row)
      }),
    )
  })

  test('has no open values where a field never stood beside itself', () => {
    expect(openValues(aRow('person', aPerson('Jean Oakes')), 'phone')).toEqual([])
  })

  test('is the record it says, with its id', () => {
    expect(entityOf('person', aRow('person', aPerson('Jean Oakes', { alerts: ['Inhaler'] })))).toEqual(aPerson('Jean Oakes', { alerts: ['Inhaler'] }))
  })

  test('is nothing while a needed field has not arrived, and no other record', () => {
    expect(entityOf('signIn', aRow('signIn', { id: idFor('s'), voidedBecause: 'a mistake' }))).toBeUndefined()
    expect(entityOf('group', aRow('person', aPerson('Jean Oakes')))).toBeUndefined()
    expect(entityOf('person', undefined)).toBeUndefined()
  })
})

describe('the fields of a change', () => {
  test('may be some of a record’s', () => {
    expect([
      fieldsAreValid('person', { phone: '01632 960001' }),
      fieldsAreValid('signIn', { voidedBecause: null }),
      fieldsAreValid('person', {}),
    ]).toEqual([true, true, true])
  })

  test.each([
    ['a field the record does not have', 'person', { shoeSize: 7 }],
    ['a name that is empty', 'person', { givenName: '' }],
    ['a date that is none', 'person', { bornOn: '2026-02-30' }],
    ['a time that is none', 'session', { start: '24:00' }],
    ['a state nobody knows', 'group', { state: 'dreaming' }],
    ['more than a sheet of alerts', 'person', { alerts: Array.from({ length: 9 }, () => 'Inhaler') }],
    [
      'a rule that would never end',
      'group',
      { schedule: [{ slot: 1, rule: 'FREQ=SECONDLY', start: '10:30', end: '12:00', from: '2026-01-01', until: null }] },
    ],
    [
      'a rule that is none',
      'group',
      {
        schedule: [{ slot: 1, rule: 'every Thursday', start: '10:30', end: '12:00', from: '2026-01-01', until: null }],
      },
    ],
  ] as const)('are refused with %s', (_what, record, fields) => {
    expect(fieldsAreValid(record, fields)).toBe(false)
  })
})

describe('values as text', () => {
  test('are equal when the values are, in whatever order the keys were stored', () => {
    expect(jsonText({ town: 'Nuneaton', lines: { b: [1, { d: 1, c: 2 }], a: null } })).toBe(
      '{"lines":{"a":null,"b":[1,{"c":2,"d":1}]},"town":"Nuneaton"}',
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        if (jsonText(one) === jsonText(other)) expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(other)))
      }),
    )
  })
})
