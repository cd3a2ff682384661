import { doubleMetaphone } from 'double-metaphone'
import type { Entity } from '../records/index.ts'
import { phoneDigits, plain, words } from '../std/text.ts'
import { nicknamesOf } from './nicknames.ts'

/** What is typed of someone new; more of it comes while they speak. */
export interface Sought {
  givenName: string
  familyName?: string | undefined
  bornOn?: string | null | undefined
  phone?: string | undefined
}

/** Why two records may be one person. Said beside the suggestion; a person decides, never the app (domain 10.5). */
export type Likeness = 'phone' | 'bornOn' | 'name' | 'sound'

/** What is compared of a person, worked out once: 10,000 people are asked at each pause in the typing. */
export interface Traits {
  given: ReadonlySet<string>
  givenSounds: ReadonlySet<string>
  family: string
  familySounds: ReadonlySet<string>
  bornOn: string | null
  phone: string
}

/** Two names need this many letters before their sound says anything. */
const fewestLetters = 2

export function traitsOf(person: Sought & Pick<Partial<Entity<'person'>>, 'knownAs'>): Traits {
  const called = [...words(person.givenName), ...words(person.knownAs ?? '')]
  const given = new Set(called.flatMap((name) => [name, ...nicknamesOf(name)]))
  const family = words(person.familyName ?? '').join('')
  return {
    given,
    givenSounds: soundsOf(called),
    family,
    familySounds: soundsOf(family ? [family] : []),
    bornOn: person.bornOn ?? null,
    phone: phoneDigits(person.phone ?? ''),
  }
}

function soundsOf(names: readonly string[]): Set<string> {
  const long = names.filter((name) => plain(name).length >= fewestLetters)
  return new Set(long.flatMap((name) => doubleMetaphone(name)).filter((sound) => sound !== ''))
}

/**
 * What speaks for the two being one person, the strongest first; empty when nothing does. A phone alone is enough (a
 * household shares one, so it is said); a name needs both its parts, or one part and the birth date.
 */
export function likenessOf(one: Traits, other: Traits): Likeness[] {
  const phone = one.phone.length >= 6 && one.phone === other.phone
  const bornOn = one.bornOn !== null && one.bornOn === other.bornOn
  const given = meets(one.given, other.given)
  const soundsGiven = given || meets(one.givenSounds, other.givenSounds)
  const family = one.family !== '' && one.family === other.family
  const soundsFamily = family || meets(one.familySounds, other.familySounds)
  const name = given && family
  const sound = !name && soundsGiven && soundsFamily
  const half = bornOn && (soundsGiven || soundsFamily)
  if (!phone && !name && !sound && !half) return []
  return [
    ...(name ? ['name' as const] : []),
    ...(phone ? ['phone' as const] : []),
    ...(bornOn ? ['bornOn' as const] : []),
    ...(sound ? ['sound' as const] : []),
  ]
}

function meets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const each of one) if (other.has(each)) return true
  return false
}
