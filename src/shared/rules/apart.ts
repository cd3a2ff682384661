import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { plain } from '../std/text.ts'
import { nameOf } from './names.ts'

type Drawn = Pick<Entity<'person'>, 'id' | 'givenName' | 'familyName' | 'knownAs' | 'bornOn' | 'practice'>

/**
 * What tells somebody apart from another of the same name: the birthday, with its year where two share the day, then the practice,
 * then when they signed up; where nothing is known, which of them was written down first.
 */
export type Apart =
  | { kind: 'birthday'; on: PlainDate }
  | { kind: 'born'; on: PlainDate }
  | { kind: 'practice'; practice: string }
  | { kind: 'since'; on: PlainDate }
  | { kind: 'number'; number: number; of: number }

/**
 * What must stand beside a name because somebody else on the same list is drawn like it. Most lists have no such two, so names are
 * grouped in one pass and nothing more is asked of who stands alone: this runs after each tick.
 * @param since when somebody first signed up; asked only of those who are drawn alike
 */
export function apartOf(people: Iterable<Drawn>, since: (personId: string) => PlainDate | null): Map<string, Apart> {
  const apart = new Map<string, Apart>()
  for (const namesakes of byDrawnName(people).values()) {
    if (namesakes.length > 1) tellApart(namesakes, since, apart)
  }
  return apart
}

function byDrawnName(people: Iterable<Drawn>): Map<string, Drawn[]> {
  const named = new Map<string, Drawn[]>()
  for (const person of people) {
    const name = drawnName(person)
    const namesakes = named.get(name)
    if (!namesakes) named.set(name, [person])
    else if (!namesakes.includes(person)) namesakes.push(person)
  }
  return named
}

/** Worked out once for as long as the person stays as they are: folding four hundred names would be felt at each tick. */
const drawnNames = new WeakMap<Drawn, string>()

function drawnName(person: Drawn): string {
  const name = drawnNames.get(person) ?? plain(nameOf(person)).replace(/\s+/g, ' ').trim()
  drawnNames.set(person, name)
  return name
}

type Fact = (person: Drawn, since: (personId: string) => PlainDate | null) => { key: string; apart: Apart } | null

/** In the order in which a person at the gate can be asked. */
const facts: Fact[] = [
  ({ bornOn }) => (bornOn ? { key: bornOn.slice(5), apart: { kind: 'birthday', on: bornOn } } : null),
  ({ bornOn }) => (bornOn ? { key: bornOn, apart: { kind: 'born', on: bornOn } } : null),
  ({ practice }) => (practice?.trim() ? { key: plain(practice.trim()), apart: { kind: 'practice', practice: practice.trim() } } : null),
  ({ id }, since) => {
    const on = since(id)
    return on ? { key: on, apart: { kind: 'since', on } } : null
  },
]

function tellApart(namesakes: Drawn[], since: (personId: string) => PlainDate | null, apart: Map<string, Apart>): void {
  const told = facts.map((fact) => onlyTheirs(namesakes, (person) => fact(person, since)))
  const inTurn = [...namesakes].sort((a, b) => (a.id < b.id ? -1 : 1)) // an id grows with time
  inTurn.forEach(({ id }, at) => {
    apart.set(id, told.find((one) => one.has(id))?.get(id) ?? { kind: 'number', number: at + 1, of: inTurn.length })
  })
}

/** Whom one fact tells apart: those of whom it is known, and who share it with no other. */
function onlyTheirs(namesakes: readonly Drawn[], fact: (person: Drawn) => ReturnType<Fact>): Map<string, Apart> {
  const known = namesakes.flatMap((person) => {
    const said = fact(person)
    return said ? [{ id: person.id, ...said }] : []
  })
  return new Map(known.filter((one) => known.every((other) => other.id === one.id || other.key !== one.key)).map(({ id, apart }) => [id, apart]))
}
