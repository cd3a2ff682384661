import { describe, expect, test } from 'vitest'
import { PeopleSearch, type Found, type Ranking } from '../../src/renderer/data/search.ts'
import { chanceFrom, oneOf, type Chance } from '../../src/server/sample/random.ts'
import { nameOf } from '../../src/shared/rules/names.ts'
import { plain } from '../../src/shared/std/text.ts'
import { queriesFor } from '../bench/world/queries.ts'
import { inventTeam } from '../bench/world/team.ts'
import { PlainerSearch } from './plainerSearch.ts'

const { people } = inventTeam({ people: 1500, rows: null, nowMs: Date.parse('2026-10-22T09:30:00Z'), seed: 7 })
const odd = [
  ['Anne-Marie', 'Smith-Jones'],
  ['Ann Marie', 'van der Berg'],
  ['Łucja', 'Zając'],
  ['Kate', 'O’Brien'],
  ['Maria', 'de la Cruz'],
  ['Vanderberg', 'Ann'],
  ['Bill', 'Ford'],
].map(([givenName = '', familyName = ''], at) => ({ ...people[at]!, givenName, familyName }))
const all = [...odd, ...people.slice(odd.length)]

/** Some people are members, here, or have come. */
function rankingFor(chance: Chance): Ranking {
  const known = new Map(
    all.filter(() => chance() < 0.1).map((one) => [one.id, { member: chance() < 0.7, here: chance() < 0.3, came: Math.floor(chance() * 9) }]),
  )
  return {
    known: () => known.keys(),
    isMember: (id) => known.get(id)?.member ?? false,
    isHere: (id) => known.get(id)?.here ?? false,
    came: (id) => known.get(id)?.came ?? 0,
  }
}

/** Two words of one name, whole or begun, in either order, with or without the space between them. */
function twoWords(chance: Chance): string {
  const one = oneOf(chance, all)
  const both = [one.givenName, one.familyName].map((name) => plain(name).slice(0, 1 + Math.floor(chance() * 8)))
  return (chance() < 0.5 ? both : both.reverse()).join(chance() < 0.7 ? ' ' : '')
}

/** What tells two hits apart: those alike in all of it may come in any order. */
const told = (ranking: Ranking, found: Found[]) =>
  found.map(
    ({ personId: id, tier }) =>
      `${tier} ${ranking.isMember(id)} ${ranking.isHere(id)} ${ranking.came(id)} ${plain(nameOf(all.find((one) => one.id === id)!))}`,
  )

describe('the search finds the same people in the same order as the plainer one', () => {
  const [ours, plainer] = [new PeopleSearch(), new PlainerSearch()]
  for (const search of [ours, plainer]) search.update(all)
  const chance = chanceFrom(4712)
  const texts = [
    ...queriesFor(all, 1000).map((query) => query.text),
    ...Array.from({ length: 500 }, () => twoWords(chance)),
    'ann marie',
    'annmarie',
    'vander berg',
    'van der berg',
    'vanderberg ann',
    'zajac',
    'o brien',
    'delacruz',
    'dela cruz',
    'billy',
    'wiliam ford',
    'x',
    'zzzz',
    '0123',
    '960 ann',
  ]

  test(`${texts.length} times: one letter, several, two words, slips, phones, words run together`, () => {
    for (const text of texts) {
      const [ranking, most] = [rankingFor(chance), oneOf(chance, [1, 8, 20, 5000])]
      expect(told(ranking, ours.find(text, ranking, most)), `${text}, ${most}`).toEqual(told(ranking, plainer.find(text, ranking, most)))
    }
  })

  test('also after people were changed, have left, and have come back', () => {
    const changed = all.filter(() => chance() < 0.3).map((one) => ({ ...one, familyName: oneOf(chance, all).familyName }))
    const gone = all.filter(() => chance() < 0.2).map((one) => one.id)
    for (const search of [ours, plainer]) {
      search.update(changed)
      search.forget(gone)
      search.update(all.filter(({ id }) => gone.indexOf(id) % 2 === 1))
    }
    const ranking = rankingFor(chance)
    const ids = (found: Found[]) => found.map((one) => one.personId).sort()
    for (const text of texts.slice(0, 300)) expect(ids(ours.find(text, ranking, 5000)), text).toEqual(ids(plainer.find(text, ranking, 5000)))
  })
})
