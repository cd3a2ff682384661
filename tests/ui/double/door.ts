import type { Suggestion } from '../../../src/renderer/workerLink/contract.ts'
import type {
  ConcernsView, HealthView, IncidentsView, IncidentView, MustKnowView, NewcomerView, NumbersView, PinnedView,
} from '../../../src/renderer/workerLink/doorViews.ts'
import type { PersonView } from '../../../src/renderer/workerLink/views.ts'
import type { Sought } from '../../../src/shared/rules/duplicates.ts'
import { plain } from '../../../src/shared/std/text.ts'
import { questionsFor } from '../../../src/shared/rules/healthQuestions.ts'
import { uuid } from './ids.ts'
import { date, personOf, sessionId, walk, type World } from './world.ts'

const which = { groupId: walk, date, slot: 1 }
const state = (world: World, personId: string) => (world.door.declared.has(personId) ? 'today' : personId === uuid(1, 2) ? 'ask' : 'missing')

export function mustKnowOf(world: World): MustKnowView {
  // Most have answered; asking each of 400 is not what a picture is for.
  const asked = world.register.here.filter((row) => !row.left && (row.isNew || Number.parseInt(row.personId.slice(-4), 16) % 5 === 2 || world.door.declared.has(row.personId)))
  return {
    sessionId, which, facts: world.door.facts,
    health: asked.map(({ personId, name, isNew }) => ({ personId, name, state: world.door.declared.has(personId) ? 'today' : isNew ? 'missing' : 'ask', outcome: null })),
  }
}

export function healthOf(world: World, personId: string): HealthView | null {
  const person = personOf(world, personId)
  if (!person) return null
  return {
    personId, name: person.name, sessionId, which, group: 'Walk and Talk', template: 'walk', questions: questionsFor('walk'), state: state(world, personId),
    last: person.declaration, medicine: person.medicine, mobility: person.mobility,
  }
}

export function newcomerOf(world: World, personId: string): NewcomerView | null {
  const known = personOf(world, personId)
  if (!known) return null
  const person = { ...known, contacts: world.door.people.get(personId)?.contacts ?? known.contacts }
  const missing = [
    ...(person.familyName ? [] : ['familyName' as const]), ...(person.bornOn || person.ageBand || person.refusesBirthDate ? [] : ['birth' as const]),
    ...(person.phone.value || person.noPhone ? [] : ['phone' as const]), ...(person.practice ? [] : ['practice' as const]),
    ...(person.contacts.length > 0 || person.noContactBecause ? [] : ['emergencyContact' as const]),
    ...(state(world, personId) === 'missing' ? ['declaration' as const] : []),
  ]
  return {
    person: { ...person, missing }, sessionId, which, group: 'Walk and Talk', template: 'walk', health: state(world, personId),
    under18: person.ageBand === 'under 18' || (person.bornOn ?? '') > '2008-10-22',
  }
}

export function numbersOf(world: World): NumbersView {
  if (world.size === 'empty') return { dutyPhone: null, safeguarding: null, alternate: null }
  return { dutyPhone: '01632 960 500', safeguarding: { name: 'Farida Choudhury', phone: '01632 960 501' }, alternate: { name: 'Dr Owen Pugh', phone: '01632 960 502' } }
}

export function incidentsOf(world: World, asked: string | null): IncidentsView {
  const here = world.register.here.map(({ personId, name }) => ({ personId, name }))
  const session = asked === null ? null : {
    sessionId, which, group: 'Walk and Talk', date, place: 'Riversley Park', meetingPoint: 'bandstand', gridReference: world.size === 'empty' ? null : 'SP 361 918', here,
  }
  return { session, numbers: numbersOf(world), reports: world.door.incidents }
}

export function concernsOf(world: World): ConcernsView {
  return { numbers: numbersOf(world), mine: world.door.own, toRead: world.door.concerns }
}

export function pinnedOf(world: World): PinnedView {
  return {
    incidents: world.door.incidents.filter((one) => one.state !== 'arrived'), concerns: world.door.own,
    toRead: world.door.concerns.filter((one) => !one.acknowledged).length,
  }
}

export function suggestionsOf(world: World, sought: Sought, except: string | null): Suggestion[] {
  const family = plain(sought.familyName ?? '')
  if (family.length < 3) return []
  const found = world.members.filter((one) => one.id !== except && plain(one.name).split(' ').slice(1).join('') === family).slice(0, 3)
  return found.map(({ id, name }, at) => ({
    personId: id, name: `${name.split(' ')[0]} ${name.split(' ').at(-1)?.[0]}.`, bornIn: at % 2 ? null : 5, because: at % 2 ? ['sound' as const] : ['name' as const],
    isHere: world.register.here.some((row) => row.personId === id),
  }))
}

/** What commands of the door do to the double. */
export function doorRun(world: World, name: string, input: never): void {
  const { door } = world
  const asked = input as { personId: string; fields: Record<string, never>; name: string; phone: string; concernId: string; kind: 'fall'; what: string }
  if (name === 'editPerson' || name === 'addEmergencyContact') {
    const before = door.people.get(asked.personId)
    door.people.set(asked.personId, { ...before, ...(name === 'editPerson' ? personFields(asked.fields) : { contacts: [contactOf(asked)] }) })
  }
  if (name === 'declareHealth' || name === 'nothingChangedHealth') door.declared.add(asked.personId)
  if (name === 'reportIncident') {
    door.incidents = [reportOf(asked), ...door.incidents]
  }
  if (name === 'passOnConcern') door.own = [{ id: uuid(15, 20), at: '2026-10-22T09:32:00Z', state: 'waiting' }, ...door.own]
  if (name === 'acknowledgeConcern') {
    door.concerns = door.concerns.map((one) => (one.id === asked.concernId ? { ...one, unread: [], acknowledged: { at: '2026-10-22T09:32:00Z', by: 'Priya Nair' } } : one))
  }
}

function personFields(fields: Record<string, unknown>): Partial<PersonView> {
  const { phone, address, bornOn, ...rest } = fields as { phone?: string; address?: never; bornOn?: string | null }
  return {
    ...rest, ...(phone === undefined ? {} : { phone: { value: phone, versions: [] } }), ...(address === undefined ? {} : { address: { value: address, versions: [] } }),
    ...(bornOn === undefined ? {} : { bornOn, refusesBirthDate: bornOn === null }),
  }
}

function contactOf({ name, phone }: { name: string; phone: string }): PersonView['contacts'][number] {
  return { id: uuid(7, 99), name, relationship: null, phone: { value: phone, versions: [] } }
}

function reportOf({ kind, what }: { kind: 'fall'; what: string }): IncidentView {
  return {
    id: uuid(14, 20), sessionId, group: 'Walk and Talk', kind, happenedAt: '2026-10-22T09:32:00Z', who: [], others: null, what, injury: null, firstAid: null, ambulance: false,
    ambulanceAt: null, witnesses: null, weather: null, followUp: null, told: null, at: '2026-10-22T09:32:00Z', by: 'Priya Nair', sameAs: null, state: 'waiting',
  }
}
