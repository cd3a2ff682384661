import { membershipIdOf } from '../../shared/std/ids.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId, type GroupKey, type SampleGroup, type SamplePerson } from './data.ts'
import { between, oneOf, type Chance } from './random.ts'

/** A person of the sample in one of its groups. */
export interface Member {
  personId: string
  person: SamplePerson
  group: GroupKey
  since: PlainDate
  /** The day after which they no longer came. */
  until: PlainDate
}

/** A person with what is known of them. */
export interface Entered {
  members: Member[]
  drafts: DatedDraft[]
}

const practices = ['Larkfield Surgery', 'Hazel Court Practice', 'Bede Gate Surgery', 'Millbrook Lane Surgery']
const streets = ['Alder Way', 'Bobbin Lane', 'Canal Row', 'Dovecote Close', 'Elm Terrace', 'Foundry Street', 'Garden Walk']
const heard = ['GP', 'Link worker', 'A friend', 'Poster in the library', 'Practice newsletter', 'Health visitor', 'Physio']
const relatives = ['daughter', 'son', 'wife', 'husband', 'sister', 'brother', 'neighbour', 'friend', 'partner']
const relativeNames = ['Karen', 'Paul', 'Sunita', 'Ewa', 'Imran', 'Lisa', 'Mark', 'Nia', 'Tomasz', 'Priyanka', 'Joe', 'Sharon', 'Aisha', 'Rob']

/** Numbers that Ofcom keeps for fiction; nobody is ever rung. */
function fictionalPhone(place: number): string {
  return place % 3 === 0 ? `07700 900${pad(place)}` : `01632 960${pad(place)}`
}

function pad(place: number): string {
  return String(place % 900).padStart(3, '0')
}

/** Everything that is written when somebody first comes: person, contact, memberships. @param place number in the list */
export function enter(
  person: SamplePerson, place: number, groups: readonly SampleGroup[], from: PlainDate, today: PlainDate, weeks: number, chance: Chance,
): Entered {
  const personId = sampleId('person', place)
  const members = groups.filter((group) => person.groups.includes(group.key)).map((group): Member => {
    const joined = joinedOn(person, group, from, today, weeks, chance)
    return { personId, person, group: group.key, since: joined, until: lastDay(person, joined, today, chance) }
  })
  const drafts = [personDraft(person, personId, place, chance), ...contactDrafts(person, personId, place, chance), ...members.map(membershipDraft)]
  const first = members.map((member) => member.since).sort()[0] ?? today
  return { members, drafts: drafts.map((draft) => ({ ...draft, atMs: Date.parse(`${first}T08:00:00Z`) + place * 1000, act: sampleId('act', 'person', place) })) }
}

/** Many in the first autumn, then a trickle; the new one at the last session. */
function joinedOn(person: SamplePerson, group: SampleGroup, from: PlainDate, today: PlainDate, weeks: number, chance: Chance): PlainDate {
  const start = group.since > from ? group.since : from
  if (person.isNew) return addDays(today, -8)
  const week = Math.floor(weeks * chance() ** (1 + person.regular / 3))
  const date = addDays(start, week * 7)
  return date < addDays(today, -21) ? date : addDays(today, -21)
}

/** Some stop coming without a word, the less regular the sooner. */
function lastDay(person: SamplePerson, since: PlainDate, today: PlainDate, chance: Chance): PlainDate {
  const stays = person.regular >= 6 || person.isNew || chance() < 0.6
  return stays ? '9999-12-31' : addDays(since, between(chance, 60, 700)) < today ? addDays(since, between(chance, 60, 300)) : '9999-12-31'
}

function personDraft(person: SamplePerson, row: string, place: number, chance: Chance): DatedDraft {
  const { given, family, knownAs, alerts, photo } = person
  const name = { givenName: given, ...(family ? { familyName: family } : {}), ...(knownAs ? { knownAs } : {}) }
  if (person.isNew) return { record: 'person', row, fields: { ...name, phone: fictionalPhone(place), ageBand: '30 to 39', howHeard: 'A friend' } }
  return { record: 'person', row, fields: { ...name, ...known(person, place, chance), ...(alerts ? { alerts } : {}), ...(photo ? { photo } : {}) } }
}

/** What people gave; not everyone gave everything. */
function known(person: SamplePerson, place: number, chance: Chance): { [field: string]: Json } {
  const born = `${person.born}-${String(between(chance, 1, 12)).padStart(2, '0')}-${String(between(chance, 1, 28)).padStart(2, '0')}`
  const [outward, town] = chance() < 0.55 ? ['CV11', 'Nuneaton'] : chance() < 0.5 ? ['CV10', 'Nuneaton'] : ['CV12', 'Bedworth']
  const address: Json = { lines: `${between(chance, 1, 88)} ${oneOf(chance, streets)}`, town: town as string, postcode: outward as string }
  return {
    bornOn: chance() < 0.9 ? born : null,
    ...(chance() < 0.93 ? { phone: fictionalPhone(place) } : {}),
    ...(chance() < 0.35 ? { email: `member${place}@example.org` } : {}),
    ...(chance() < 0.85 ? { address } : {}),
    ...(chance() < 0.9 ? { practice: oneOf(chance, practices) } : {}),
    howHeard: oneOf(chance, heard),
  }
}

/** Whose contact is written down with two numbers, on two laptops. */
function hasTwoNumbers(person: SamplePerson): boolean {
  return person.given === 'Ivy' && person.family === 'Pemberton'
}

/** The second of the two numbers, as another laptop wrote it without having seen the first: both are kept (domain 10.5). */
export function secondNumber(people: readonly SamplePerson[], atMs: number): DatedDraft {
  const place = people.findIndex(hasTwoNumbers)
  return { record: 'emergencyContact', row: sampleId('contact', place), fields: { phone: fictionalPhone(place + 601) }, atMs }
}

/** Most gave somebody to ring. */
function contactDrafts(person: SamplePerson, personId: string, place: number, chance: Chance): DatedDraft[] {
  if (!hasTwoNumbers(person) && (person.isNew || chance() < 0.12)) return []
  const row = sampleId('contact', place)
  const fields = {
    personId, name: `${oneOf(chance, relativeNames)} ${person.family ?? 'Green'}`, relationship: oneOf(chance, relatives), phone: fictionalPhone(place + 300),
  }
  return [{ record: 'emergencyContact', row, fields }]
}

function membershipDraft({ personId, group, since }: Member): DatedDraft {
  const groupId = sampleId('group', group)
  return { record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since } }
}
