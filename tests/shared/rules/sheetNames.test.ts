import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { sheetNames } from '../../../src/shared/rules/sheetNames.ts'
import { aPerson, idFor } from '../../support/builders.ts'

describe('names on paper (story 15)', () => {
  const names = (...people: Entity<'person'>[]) => sheetNames(people).map((one) => [one.name, one.birthday])
  test('first name and initial, sorted as one reads them', () => {
    expect(names(aPerson('Ray Oakes'), aPerson('Jean Abbott'), aPerson('Prakash'))).toEqual([
      ['Jean A.', null],
      ['Prakash', null],
      ['Ray O.', null],
    ])
  })
  test('a clash takes as many letters as it needs, the same name a birthday', () => {
    expect(names(aPerson('Jean Oakes'), aPerson('Jean Oddy'))).toEqual([
      ['Jean Oa.', null],
      ['Jean Od.', null],
    ])
    const twins = [
      { ...aPerson('Jean Oakes', { bornOn: '1950-04-03' }), id: idFor('a') },
      { ...aPerson('Jean Oakes'), id: idFor('b') },
    ]
    expect(names(...twins).map(([name]) => name)).toEqual(['Jean Oakes', 'Jean Oakes'])
    expect(
      names(...twins)
        .map(([, birthday]) => birthday)
        .sort(),
    ).toEqual(['04-03', null])
  })
  test('never shows more of a name than it has, and everybody is on it once', () => {
    const some = fc.array(
      fc.record({ givenName: fc.constantFrom('Jean', 'Ray', 'Łucja'), familyName: fc.constantFrom(undefined, 'O', 'Oakes', 'Oakley', 'Ząbek') }),
    )
    fc.assert(
      fc.property(some, (people) => {
        const all = people.map(({ givenName, familyName }, at) => ({ id: idFor(String(at)), givenName, ...(familyName ? { familyName } : {}) }))
        const lines = sheetNames(all)
        expect(new Set(lines.map((one) => one.personId)).size).toBe(people.length)
        for (const line of lines) {
          const one = all.find((person) => person.id === line.personId)!
          const whole = [one.givenName, one.familyName].filter(Boolean).join(' ')
          expect(`${whole}.`.startsWith(line.name.replace(/\.$/, ''))).toBe(true)
        }
      }),
    )
  })
})
