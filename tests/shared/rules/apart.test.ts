import { describe, expect, test } from 'vitest'
import { apartOf } from '../../../src/shared/rules/apart.ts'

const person = (id: string, more: object = {}) => ({ id, givenName: 'Jean', familyName: 'Oakes', ...more })
const never = () => null
const told = (people: ReturnType<typeof person>[], since: (id: string) => string | null = never) => Object.fromEntries(apartOf(people, since))

describe('two people of one name', () => {
  test('are told apart by their birthdays', () => {
    expect(told([person('a', { bornOn: '1948-04-03' }), person('b', { bornOn: '1952-11-20' })])).toEqual({
      a: { kind: 'birthday', on: '1948-04-03' },
      b: { kind: 'birthday', on: '1952-11-20' },
    })
  })

  test('born on the same day of different years are told apart by the year', () => {
    expect(told([person('a', { bornOn: '1948-04-03' }), person('b', { bornOn: '1952-04-03' })])).toEqual({
      a: { kind: 'born', on: '1948-04-03' },
      b: { kind: 'born', on: '1952-04-03' },
    })
  })

  test('without birthdays are told apart by their practice, then by when they signed up', () => {
    expect(told([person('a', { practice: 'Manor Court' }), person('b', { practice: 'Red Roofs' })])).toEqual({
      a: { kind: 'practice', practice: 'Manor Court' },
      b: { kind: 'practice', practice: 'Red Roofs' },
    })
    const since = (id: string) => (id === 'a' ? '2026-05-03' : '2026-09-01')
    expect(told([person('a'), person('b')], since)).toEqual({ a: { kind: 'since', on: '2026-05-03' }, b: { kind: 'since', on: '2026-09-01' } })
  })

  test('of whom nothing is known are numbered, the one written down first before the other, in whatever order the list has them', () => {
    expect(told([person('b'), person('a')])).toEqual({ a: { kind: 'number', number: 1, of: 2 }, b: { kind: 'number', number: 2, of: 2 } })
  })

  test('each get what is theirs alone: a twin of another is not told by the day they share', () => {
    const three = [
      person('a', { bornOn: '1948-04-03', practice: 'Manor Court' }),
      person('b', { bornOn: '1948-04-03' }),
      person('c', { bornOn: '1950-01-01' }),
    ]
    expect(told(three)).toEqual({
      a: { kind: 'practice', practice: 'Manor Court' },
      b: { kind: 'number', number: 2, of: 3 },
      c: { kind: 'birthday', on: '1950-01-01' },
    })
  })

  test('are meant also where one is written in other letters, or is only called so', () => {
    expect(
      Object.keys(
        told([person('a'), person('b', { givenName: 'JEAN', familyName: 'oakes ' }), person('c', { givenName: 'Eugenia', knownAs: 'Jean' })]),
      ),
    ).toEqual(['a', 'b', 'c'])
  })
})

test('Nothing is said of who has a name of their own, and nobody is their own namesake', () => {
  const jean = person('a', { bornOn: '1948-04-03' })
  expect(told([jean, jean, person('b', { familyName: 'Oak', bornOn: '1950-01-01' })])).toEqual({})
})
