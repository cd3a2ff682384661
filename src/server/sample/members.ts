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
/** First halves only, as many people give them: no real house is meant. */
const towns = [
  { town: 'Nuneaton', postcode: 'CV11' },
  { town: 'Nuneaton', postcode: 'CV10' },
  { town: 'Bedworth', postcode: 'CV12' },
]
const heard = ['GP', 'Link worker', 'A friend', 'Poster in the library', 'Practice newsletter', 'Health visitor', 'Physio']
const relatives = ['daughter', 'son', 'wife', 'husband', 'sister', 'brother', 'neighbour', 'friend', 'partner']
const relativeNames = ['Karen', 'Paul', 'Sunita', 'Ewa', 'Imran', 'Lisa', 'Mark', 'Nia', 'Tomasz', 'Joe', 'Aisha', 'Rob']

/** Numbers that Ofcom keeps for fiction; nobody is ever rung. */
function fictionalPhone(place: number): string {
  return place % 3 === 0 ? `07700 900${pad(place)}` : `01632 960${pad(place)}`
}

function pad(place: number): string {
  return String(place % 900).padStart(3, '0')
}

/**
 * Everything that is written when somebody first comes: person, contact, memberships. @param place number in the list
 */
export function enter(
  person: SamplePerson,
  place: number,
  groups: readonly SampleGroup[],
  from: PlainDate,
  today: PlainDate,
  weeks: number,
  chance: Chance,
): Entered {
  const personId = sampleId('person', place)
  const members = groups
    .filter((group) => person.groups.includes(group.key))
    .map((group): Member => {
      const joined = joinedOn(person, group, from, today, weeks, chance)
      return { personId, person, group: group.key, since: joined, until: lastDay(person, joined, today, chance) }
    })
  const contacts = contactDrafts(person, personId, place, chance)
  const drafts = [personDraft(person, personId, place, chance), ...contacts, ...members.map(membershipDraft)]
  const first = members.map((member) => member.since).sort()[0] ?? today
  const when = { atMs: Date.parse(`${first}T08:00:00Z`) + place * 1000, act: sampleId('act', 'person', place) }
  return { members, drafts: drafts.map((draft) => ({ ...draft, ...when })) }
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
  if (stays || addDays(since, between(chance, 60, 700)) >= today) return '9999-12-31'
  return addDays(since, between(chance, 60, 300))
}

function personDraft(person: SamplePerson, row: string, place: number, chance: Chance): DatedDraft {
  const { given, family, knownAs, alerts, photo } = person
  const name = { givenName: given, ...(family ? { familyName: family } : {}), ...(knownAs ? { knownAs } : {}) }
  const little = { phone: fictionalPhone(place), ageBand: '30 to 39', howHeard: 'A friend' }
  const told = person.isNew ? little : known(person, place, chance)
  return { record: 'person', row, fields: { ...name, ...told, ...(alerts ? { alerts } : {}), ...(photo ? { photo } : {}) } }
}

/** What people gave; not everyone gave everything. */
function known(person: SamplePerson, place: number, chance: Chance): { [field: string]: Json } {
  const [month, day] = [between(chance, 1, 12), between(chance, 1, 28)].map((part) => String(part).padStart(2, '0'))
  const born = `${person.born}-${month}-${day}`
  const { town, postcode } = oneOf(chance, towns)
  const address: Json = { lines: `${between(chance, 1, 88)} ${oneOf(chance, streets)}`, town, postcode }
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

/**
 * The second of the two numbers, as another laptop wrote it without having seen the first: both are kept (domain
 * 10.5).
 */
export function secondNumber(people: readonly SamplePerson[], atMs: number): DatedDraft {
  const place = people.findIndex(hasTwoNumbers)
  const fields = { phone: fictionalPhone(place + 601) }
  return { record: 'emergencyContact', row: sampleId('contact', place), fields, atMs }
}

/** Most gave somebody to ring. */
function contactDrafts(person: SamplePerson, personId: string, place: number, chance: Chance): DatedDraft[] {
  if (!hasTwoNumbers(person) && (person.isNew || chance() < 0.12)) return []
  const row = sampleId('contact', place)
  const fields = {
    personId,
    name: `${oneOf(chance, relativeNames)} ${person.family ?? 'Green'}`,
    relationship: oneOf(chance, relatives),
    phone: fictionalPhone(place + 300),
  }
  return [{ record: 'emergencyContact', row, fields }]
}

function membershipDraft({ personId, group, since }: Member): DatedDraft {
  const groupId = sampleId('group', group)
  return { record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since } }
}
