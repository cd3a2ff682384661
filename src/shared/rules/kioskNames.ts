import type { Entity } from '../records/index.ts'
import { words } from '../std/text.ts'

type Person = Entity<'person'>

/** A person's names as they are compared with what is typed at the kiosk. */
export interface TypedName {
  /** Ways of beginning: what they like to be called, the given name, its first word. */
  firsts: string[]
  family: string
}

/** How typed letters fit one person. */
interface Fit {
  /** All that the kiosk draws is typed: more letters would not tell two alike apart. */
  whole: boolean
  /** First and last name are typed to their last letters. */
  everyLetter: boolean
}

export type KioskMatch = { kind: 'none' } | { kind: 'more' } | { kind: 'one'; person: Person } | { kind: 'ask'; people: Person[] }

/** Fewer letters name nobody. */
const fewestLetters = 2

/** Prepares somebody's names; worth keeping as long as the person does not change. */
export function typedName(person: Person): TypedName {
  const given = words(person.givenName)
  const firsts = [words(person.knownAs ?? '').join(' '), given.join(' '), given[0] ?? '']
  return { firsts: [...new Set(firsts)].filter(Boolean), family: words(person.familyName ?? '').join(' ') }
}

/**
 * Who is meant by letters typed at the kiosk: of those expected two letters of the first name are enough. Anybody else must
 * type both names and then say a day of their birth, and somebody whom nobody knows is asked for it just the same: the kiosk
 * is no directory, so that it does not tell who comes to another group. Never more than one person is named; of two that are
 * drawn alike neither is.
 * @param all this is the whole of the name: somebody with only a first name can be told from others who begin so
 */
export function matchTyped(
  text: string,
  all: boolean,
  people: readonly Person[],
  expected: (personId: string) => boolean,
  nameOf: (person: Person) => TypedName = typedName,
): KioskMatch {
  const typed = words(text).join(' ')
  if (typed.length < fewestLetters) return { kind: 'more' }
  const fitting = people.flatMap((person) => {
    const fit = person.removedBecause ? null : fitOf(typed, nameOf(person))
    return fit ? [{ person, ...fit }] : []
  })
  const near = fitting.filter((one) => expected(one.person.id))
  if (near.length > 0) return decide(near, all)
  const bothNames = typed.includes(' ')
  return all && bothNames ? { kind: 'ask', people: fitting.filter((one) => one.everyLetter).map((one) => one.person) } : { kind: 'none' }
}

function decide(fitting: readonly (Fit & { person: Person })[], all: boolean): KioskMatch {
  const [first, ...others] = fitting
  if (!first) return { kind: 'none' }
  if (others.length === 0) return { kind: 'one', person: first.person }
  if (all) {
    const said = fitting.filter((one) => one.whole)
    const [only] = said
    if (only && said.length === 1) return { kind: 'one', person: only.person }
    if (said.length > 1) return { kind: 'ask', people: said.map((one) => one.person) }
  }
  if (fitting.every((one) => one.whole)) return { kind: 'ask', people: fitting.map((one) => one.person) }
  return { kind: 'more' }
}

function fitOf(typed: string, { firsts, family }: TypedName): Fit | null {
  const fits = firsts.filter((first) => [first, family].filter(Boolean).join(' ').startsWith(typed))
  if (fits.length === 0) return null
  const whole = fits.some((first) => (family ? typed.startsWith(`${first} ${family.charAt(0)}`) : typed === first))
  const everyLetter = family !== '' && fits.some((first) => typed === `${first} ${family}`)
  return { whole, everyLetter }
}

/** Which of people drawn alike was born on this day of the month, if it is one. */
export function bornOnDay(people: readonly Person[], day: number): Person | null {
  const [person, ...others] = people.filter((one) => one.bornOn && Number(one.bornOn.slice(8)) === day)
  return person && others.length === 0 ? person : null
}

/** Whether the leader wants to speak to somebody before they sign in, whatever the reason. */
export function seesLeaderFirst(person: Person): boolean {
  return Boolean(person.signInBlocked || person.archivedOn || person.removedBecause)
}
