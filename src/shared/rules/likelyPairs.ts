import type { Entity } from '../records/index.ts'
import { phoneDigits, words } from '../std/text.ts'
import { likenessOf, traitsOf, type Likeness, type Traits } from './duplicates.ts'

type Person = Entity<'person'>

/** Two people whom somebody should look at. */
export interface LikelyPair {
  personId: string
  otherId: string
  because: Likeness[]
}

/** What speaks louder: a birth date and a name, or a number with either. A number alone is a household, a name alone two of one name. */
const weights: Record<Likeness, number> = { phone: 8, name: 4, bornOn: 4, sound: 2 }
const enough = 6

/** People that are looked at in one step. */
const aStep = 500

/**
 * Everybody who may be written down twice (story 18), the likeliest first; a person decides, never the app. Only those with the same
 * number or birth date are compared, and by name those of whom nothing else is known: ten thousand with each other would take minutes.
 */
export function likelyPairs(people: readonly Person[]): LikelyPair[] {
  const steps = pairsInSteps(people)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of a few milliseconds: whoever answers others meanwhile stops between them. */
export function* pairsInSteps(people: readonly Person[]): Generator<void, LikelyPair[]> {
  for (let from = 0; from < people.length; from += aStep) {
    people.slice(from, from + aStep).forEach(keysOnce) // folding the names is most of it, and is kept
    yield
  }
  const found = new Map<string, LikelyPair>()
  const look = (one: Person, other: Person) => {
    if (!isWorthIt(one, other)) return
    const [first, second] = one.id < other.id ? [one, other] : [other, one]
    const key = `${first.id}|${second.id}`
    if (found.has(key)) return
    const because = likenessOf(traitsOnce(first), traitsOnce(second))
    if (isLikely(because, first, second)) found.set(key, { personId: first.id, otherId: second.id, because })
  }
  let compared = 0
  for (const same of sharing(people)) {
    eachTwo(same, look)
    compared += same.length
    if (compared < aStep) continue
    compared = 0
    yield
  }
  yield
  return inOrder(found)
}

/** By weight, then by who they are; weighed once each: sorting was the longest step of all. */
function inOrder(found: ReadonlyMap<string, LikelyPair>): LikelyPair[] {
  const weighed = [...found].map(([key, pair]) => ({ key, pair, weight: weightOf(pair) }))
  return weighed.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).map(({ pair }) => pair)
}

/** Of one family most are somebody else: only those of whom nothing but a name is known are compared by it. */
function isWorthIt(one: Person, other: Person): boolean {
  if (isBare(one) || isBare(other)) return true
  const { phone } = keysOnce(one)
  return (one.bornOn !== undefined && one.bornOn === other.bornOn) || (phone !== '' && phone === keysOnce(other).phone)
}

function isLikely(because: readonly Likeness[], one: Person, other: Person): boolean {
  if (because.length === 0 || because.join() === 'phone') return false
  return weightOf({ because }) >= enough || (because.includes('name') && (isBare(one) || isBare(other)))
}

function weightOf({ because }: { because: readonly Likeness[] }): number {
  return because.reduce((sum, one) => sum + weights[one], 0)
}

/** Only a name was written down, as at a door. */
function isBare({ bornOn, phone }: Person): boolean {
  return !bornOn && !phone
}

/** People who have something in common by which they are worth comparing. */
function sharing(people: readonly Person[]): Person[][] {
  const by = new Map<string, Person[]>()
  const file = (key: string, one: Person) => {
    const same = by.get(key)
    if (same) same.push(one)
    else by.set(key, [one])
  }
  const families = new Set(people.filter(isBare).map((one) => keysOnce(one).family))
  for (const one of people) {
    const { family, phone } = keysOnce(one)
    if (one.bornOn) file(one.bornOn, one)
    if (phone !== '') file(phone, one)
    if (family !== '' && families.has(family)) file(family, one)
  }
  return [...by.values()].filter((same) => same.length > 1)
}

/** How many of one family, number or birthday are compared at most: 1 January is what some lists write for "not known". */
const mostCompared = 60

function eachTwo(same: readonly Person[], look: (one: Person, other: Person) => void): void {
  const few = same.slice(0, mostCompared)
  few.forEach((one, at) => few.slice(at + 1).forEach((other) => look(one, other)))
}

/** Worked out once for as long as the person stays as they are: folding ten thousand names took longer than all comparisons. */
const keysKept = new WeakMap<Person, { family: string; phone: string }>()

function keysOnce(person: Person): { family: string; phone: string } {
  const known = keysKept.get(person)
  if (known) return known
  const [family, phone] = [words(person.familyName ?? '').join(''), phoneDigits(person.phone ?? '')]
  const keys = { family: family && `family ${family}`, phone: phone && `phone ${phone}` }
  keysKept.set(person, keys)
  return keys
}

/** The same of what is compared. */
const kept = new WeakMap<Person, Traits>()

function traitsOnce(person: Person): Traits {
  const traits = kept.get(person) ?? traitsOf(person)
  kept.set(person, traits)
  return traits
}
