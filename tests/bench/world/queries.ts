import { chanceFrom, oneOf, type Chance } from '../../../src/server/sample/random.ts'
import { phoneDigits, plain } from '../../../src/shared/std/text.ts'
import type { InventedPerson } from './team.ts'

/** What somebody types to find one person. */
export interface Query {
  text: string
  kind: QueryKind
  /** Whom they mean. */
  personId: string
}

/** One to six letters as they are typed one after the other, two words, a slip of the finger, the end of the phone. */
export const queryKinds = [
  '1 letter',
  '2 letters',
  '3 letters',
  '4 letters',
  '5 letters',
  '6 letters',
  'two words',
  'a slip',
  'a slip and a word',
  'phone',
] as const
export type QueryKind = (typeof queryKinds)[number]

/** As many queries of each kind, the same in every run. */
export function queriesFor(people: readonly InventedPerson[], count: number): Query[] {
  const chance = chanceFrom(4711)
  return Array.from({ length: count }, (_, at) => {
    const kind = queryKinds[at % queryKinds.length] as QueryKind
    for (;;) {
      const person = oneOf(chance, people)
      const text = textFor(person, kind, chance)
      if (text !== null) return { text, kind, personId: person.id }
    }
  })
}

/** null where this person has nothing to type of that kind. */
function textFor(person: InventedPerson, kind: QueryKind, chance: Chance): string | null {
  const first = person.knownAs ?? person.givenName
  const name = chance() < 0.6 ? first : person.familyName
  if (kind === 'two words') return `${start(first, 3)} ${start(person.familyName, 3)}`
  if (kind === 'a slip') return name.length >= 5 ? slipped(plain(name), chance) : null
  if (kind === 'a slip and a word') return first.length >= 5 ? `${slipped(plain(first), chance)} ${start(person.familyName, 3)}` : null
  if (kind === 'phone') return person.phone ? phoneDigits(person.phone).slice(-(chance() < 0.5 ? 4 : 6)) : null
  const letters = Number(kind.slice(0, 1))
  return plain(name).length >= letters ? start(name, letters) : null
}

function start(name: string, letters: number): string {
  return [...plain(name)].slice(0, letters).join('')
}

/** One letter wrong, missing, doubled, or two swapped; never the first, which people get right. */
function slipped(name: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * (name.length - 2))
  const [head, letter, next, tail] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)]
  const slips = [
    `${head}${letter === 'e' ? 'a' : 'e'}${next}${tail}`,
    `${head}${next}${tail}`,
    `${head}${letter}${letter}${next}${tail}`,
    `${head}${next}${letter}${tail}`,
  ]
  return oneOf(chance, slips)
}
