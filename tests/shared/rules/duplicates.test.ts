import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { likenessOf, traitsOf } from '../../../src/shared/rules/duplicates.ts'
import { maybeSame, pairOf } from '../../../src/shared/rules/maybeSame.ts'
import { idFor } from '../../support/builders.ts'

describe('peers 3.6: the same walk-up on two laptops', () => {
  const present = (name: string, isNew: boolean, more: object = {}) => {
    const [givenName = '', familyName = ''] = name.split(' ')
    return { personId: idFor(name), isNew, traits: traitsOf({ givenName, familyName, ...more }) }
  }

  test('is asked about when a name sounds alike and one of them is new', () => {
    const found = maybeSame([present('Grazyna Zielinska', true), present('Grażyna Zieliński', true)], new Set())
    expect(found).toMatchObject([{ firstId: idFor('Grazyna Zielinska'), otherId: idFor('Grażyna Zieliński') }])
  })

  test('finds the pairs, in the order of arrival, that comparing each with each would find', () => {
    const names = ['Ann', 'Anne', 'Anna', 'Grażyna', 'Nisha', ''].flatMap((given) =>
      ['Hall', 'Hull', 'Zieliński', 'Zielinska', 'X', ''].map((family) => `${given} ${family}`),
    )
    const people = fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), isNew: fc.boolean(), bornOn: fc.constantFrom(null, '1950-01-01') }), {
      selector: (one) => one.name,
      maxLength: 14,
    })
    fc.assert(
      fc.property(people, fc.nat(40), (some, called) => {
        const all = some.map(({ name, isNew, bornOn }) => present(name, isNew, { bornOn }))
        const pairs = all.flatMap((other, at) => all.slice(0, at).map((first) => ({ first, other, pair: pairOf(first.personId, other.personId) })))
        const known = new Set(pairs.slice(called, called + 2).map((one) => one.pair))
        const expected = pairs.filter(
          ({ first, other, pair }) =>
            (first.isNew || other.isNew) &&
            !known.has(pair) &&
            likenessOf(first.traits, other.traits).some((why) => why === 'name' || why === 'sound'),
        )
        expect(maybeSame(all, known).map((one) => one.pair)).toEqual(expected.map((one) => one.pair))
      }),
    )
  })

  test('is not asked of two regulars, of a couple with one phone, or again after somebody has said two people', () => {
    const phone = { phone: '01632 960123' }
    expect(maybeSame([present('Ann Hall', false), present('Anne Hall', false)], new Set())).toEqual([])
    expect(maybeSame([present('Ann Hall', true, phone), present('Bob Dale', true, phone)], new Set())).toEqual([])
    const pair = pairOf(idFor('Ann Hall'), idFor('Anne Hall'))
    expect(maybeSame([present('Ann Hall', true), present('Anne Hall', true)], new Set([pair]))).toEqual([])
  })
})
