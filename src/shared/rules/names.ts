import type { Entity } from '../records/index.ts'
import { bySort, compareTexts } from '../std/order.ts'
import { plain } from '../std/text.ts'

type Named = Pick<Entity<'person'>, 'givenName' | 'familyName' | 'knownAs'>

/** The name as people gave it: what they like to be called, then the family name. */
export function nameOf(person: Named): string {
  return [calledName(person), familyName(person)].filter(Boolean).join(' ')
}

/** What may be seen on a kiosk: first name and the first letter of the last ("Nisha K."). */
export function kioskName(person: Named): string {
  const [letter] = familyName(person).normalize('NFC') // a letter keeps its accent, however it is stored
  return [calledName(person), letter ? `${letter}.` : ''].filter(Boolean).join(' ')
}

/** Text that sorts people by family name, then given name, without regard to accents and case. */
export function sortName(person: Named): string {
  return plain(`${familyName(person) || person.givenName} ${person.givenName}`)
}

/** The same with the id behind it: two people of one name keep their order. */
export function sortKey(person: Named & { id: string }): string {
  const known = keys.get(person) ?? `${sortName(person)} ${person.id}`
  keys.set(person, known)
  return known
}
/** Kept for as long as somebody stays as they are: ten thousand names are folded once and not at every answer. */
const keys = new WeakMap<object, string>()

/** People as they are looked for: by family name, then given name, then id. */
export function sortedByName<Person extends Named & { id: string }>(people: readonly Person[]): Person[] {
  return people
    .map((person) => ({ person, sort: sortKey(person) }))
    .sort(bySort)
    .map((one) => one.person)
}

function calledName(person: Named): string {
  return person.knownAs?.trim() || person.givenName
}

function familyName(person: Named): string {
  return person.familyName?.trim() ?? ''
}

/** Sorts groups, places and colleagues as people look for them; the id breaks ties, so that no list ever jumps. */
export function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return compareTexts(`${plain(a.name)} ${a.id}`, `${plain(b.name)} ${b.id}`)
}

/** First word of a colleague's name: "10:24 · Tom". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
