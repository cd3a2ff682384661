import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bornOnDay, matchTyped } from '../../../src/shared/rules/kioskNames.ts'
import { words } from '../../../src/shared/std/text.ts'
import { aPerson } from '../../support/builders.ts'

const nishaK = aPerson('Nisha Kaur', { bornOn: '1962-03-14' })
const nishaKhan = aPerson('Nisha Khan', { bornOn: '1970-08-02' })
const nigel = aPerson('Nigel Abbott')
const prakash = aPerson('Prakash')
const everybody = () => true
const nobody = () => false
const meant = (text: string, people: Parameters<typeof matchTyped>[2], expected = everybody, all = false) => {
  const match = matchTyped(text, all, people, expected)
  return match.kind === 'one' ? match.person.givenName : match.kind
}

describe('who is meant at the kiosk (story 16)', () => {
  test('two letters are enough where they name one who is expected, one letter never is', () => {
    expect(meant('pr', [nishaK, prakash])).toBe('Prakash')
    expect(meant('p', [nishaK, prakash])).toBe('more')
  })

  test('more who begin so: more letters, and nothing of anybody', () => {
    expect(meant('ni', [nishaK, nigel])).toBe('more')
    expect(meant('nig', [nishaK, nigel])).toBe('Nigel')
    expect(meant('nisha', [nishaK, aPerson('Nisha Patel')])).toBe('more')
    expect(meant('nisha p', [nishaK, aPerson('Nisha Patel')])).toBe('Nisha')
  })

  test('two who are drawn alike: the day they were born on, or the whole last name', () => {
    expect(meant('nisha k', [nishaK, nishaKhan])).toBe('ask')
    expect(meant('nisha kau', [nishaK, nishaKhan])).toBe('Nisha')
    expect(bornOnDay([nishaK, nishaKhan], 2)).toBe(nishaKhan)
    expect(bornOnDay([nishaK, nishaKhan], 3)).toBe(null)
    expect(bornOnDay([nishaK, { ...nishaKhan, bornOn: '1950-01-14' }], 14)).toBe(null)
  })

  test('Enter says that this is the whole name, for those who have only one', () => {
    const people = [prakash, aPerson('Prakash Rao')]
    expect([meant('prakash', people), meant('prakash', people, everybody, true)]).toEqual(['more', 'Prakash'])
  })

  test('who is not expected is not told of: both names and Enter lead to the day they were born on, and so does a name of nobody', () => {
    const typed = ['nig', 'nigel', 'nigel a', 'nigel abbott']
    expect(typed.map((text) => meant(text, [nigel], nobody))).toEqual(['none', 'none', 'none', 'none'])
    expect(['nigel', 'nigel a', 'nigel abbott', 'bogna nowak'].map((text) => meant(text, [nigel], nobody, true))).toEqual([
      'none',
      'ask',
      'ask',
      'ask',
    ])
    const asked = (text: string) => matchTyped(text, true, [nigel], nobody)
    expect([asked('nigel a'), asked('nigel abbott'), asked('bogna nowak')]).toEqual([[], [nigel], []].map((people) => ({ kind: 'ask', people })))
  })

  test.each([['peggy'], ['margaret'], ['mary'], ['Mary Ann'], ['MARY ANN O’BR'], ['mary o']])(
    '%s finds Mary Ann O’Brien, called Peggy or Margaret',
    (text) => {
      const person = aPerson('x', { givenName: text.startsWith('marg') ? 'Margaret' : 'Mary Ann', familyName: 'O’Brien', knownAs: 'Peggy' })
      expect(matchTyped(text, false, [person, nigel], everybody)).toEqual({ kind: 'one', person })
    },
  )

  test('property: whoever is named fits every typed letter, and is the only one of those expected who does', () => {
    const name = fc.stringMatching(/^[A-E]{1,4}$/)
    const person = fc.record({
      id: fc.uuid(),
      givenName: name,
      familyName: fc.option(name, { nil: undefined }),
      knownAs: fc.option(name, { nil: undefined }),
    })
    const people = fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: (one) => one.id })
    fc.assert(
      fc.property(people, fc.stringMatching(/^[A-E]{1,4}( [A-E]{0,3})?$/), fc.boolean(), fc.boolean(), (found, text, all, near) => {
        const match = matchTyped(text, all, found as never, () => near)
        const typed = words(text).join(' ')
        const fits = (one: (typeof found)[number]) =>
          [one.givenName, one.knownAs].some((first) => first && words([first, one.familyName].filter(Boolean).join(' ')).join(' ').startsWith(typed))
        if (!near) expect(match.kind).not.toBe('one')
        if (match.kind !== 'one') return
        expect(typed.length).toBeGreaterThanOrEqual(2)
        expect(fits(match.person as never)).toBe(true)
        if (near && !all) expect(found.filter(fits)).toHaveLength(1)
      }),
    )
  })
})
