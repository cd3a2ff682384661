import { describe, expect, test } from 'vitest'
import { longest } from '../../../src/shared/records/longest.ts'
import { person } from '../../../src/shared/records/person.ts'
import { team } from '../../../src/shared/records/team.ts'
import { nameFrom } from '../../../src/shared/rules/nameFrom.ts'

describe('a form lets one type as much as the record keeps', () => {
  test.each([
    ['givenName', longest(person, 'givenName')],
    ['familyName', longest(person, 'familyName')],
    ['noContactBecause', longest(person, 'noContactBecause')],
  ] as const)('of %s not a letter less, and not a letter more', (field, most) => {
    const check = person.schema.shape[field]
    expect([check.safeParse('x'.repeat(most)).success, check.safeParse('x'.repeat(most + 1)).success]).toEqual([true, false])
  })

  test('also of the parts of an address, and of each alert', () => {
    expect(person.schema.shape.address.safeParse({ town: 'x'.repeat(longest(person, 'address.town')) }).success).toBe(true)
    expect(person.schema.shape.address.safeParse({ town: 'x'.repeat(longest(person, 'address.town') + 1) }).success).toBe(false)
    expect([longest(person, 'alerts'), longest(team, 'safeguarding.phone')]).toEqual([60, 40])
  })

  test('a field that a record has not, or that is no text, is not asked for', () => {
    // @ts-expect-error -- no such field
    expect(() => longest(person, 'nickname')).toThrow('no longest text')
    // @ts-expect-error -- yes or no
    expect(() => longest(person, 'noPhone')).toThrow('no longest text')
    // @ts-expect-error -- no such part
    expect(() => longest(person, 'address.county')).toThrow('no longest text')
  })
})

test('a name that is typed is cut to what the record keeps', () => {
  const { givenName, familyName } = nameFrom(`${'a'.repeat(200)} ${'b'.repeat(200)}`)
  expect([givenName.length, familyName.length]).toEqual([longest(person, 'givenName'), longest(person, 'familyName')])
})
