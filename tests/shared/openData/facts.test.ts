import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { factsOf, isPublished, type PublicRows } from '../../../src/shared/openData/facts.ts'
import { missingForOpenActive, publicSessionsOf } from '../../../src/shared/openData/sessions.ts'
import { staffWordsOf } from '../../../src/shared/openData/staffWords.ts'
import { aGroup, aSession, aSlot, idFor, thursday, which } from '../../support/builders.ts'

const park: Entity<'venue'> = {
  id: idFor('park'),
  name: 'Riversley Park',
  meetingPoint: 'bandstand',
  address: 'Coton Road',
  town: 'Nuneaton',
  postcode: 'CV11 5TU',
  gridReference: 'SP 361 918',
  notes: 'Key under the mat',
  isPublic: true,
}
const home: Entity<'venue'> = { ...park, id: idFor('home'), name: 'Jean’s kitchen', address: '4 Oak Close', isPublic: false }
const details: Entity<'service'> = {
  id: idFor('details'),
  name: 'Walk and Talk',
  kind: 'own',
  vacancy: 'full',
  groupId: idFor('Walk and Talk'),
  address: '9 Private Road',
  contactName: 'Priya Nair',
  phone: '07700 900222',
  localNote: 'Ask Priya first',
  free: true,
  at: '2026-10-01T09:00:00.000Z',
  byId: idFor('Tom'),
}
const rowsWith = (more: Partial<Record<'venues' | 'details', unknown>> = {}): PublicRows => ({
  team: { name: 'Nuneaton North', openData: true },
  venue: (id) => [park, home].find((one) => one.id === id),
  details: () => more.details as Entity<'service'> | undefined,
  holdsStaff: staffWordsOf([{ name: 'Tom Ashby', phone: '07700 900123' }]),
})
const walk = (more: Parameters<typeof aGroup>[1] = {}) =>
  aGroup('Walk and Talk', { venueId: park.id, leaderId: idFor('Tom'), capacity: 20, published: true, pence: 0, template: 'walk', ...more })
const facts = (more: Parameters<typeof aGroup>[1] = {}, rows = rowsWith()) => factsOf(walk(more), rows, thursday)

describe('[story 38] what everybody may read', () => {
  test('is published only where team and group say so, and the group has not ended', () => {
    expect(isPublished(walk(), { openData: true })).toBe(true)
    for (const [group, team] of [
      [walk(), {}],
      [walk(), { openData: false }],
      [walk({ published: false }), { openData: true }],
      [aGroup('New'), { openData: true }],
      [walk({ state: 'closed' }), { openData: true }],
    ] as const)
      expect(isPublished(group, team)).toBe(false)
  })

  test('names the public place, the public contact and the price', () => {
    const { facts: told, left } = facts({ publicContact: 'the walk team', publicPhone: '01632 960111' })
    expect(told).toMatchObject({
      name: 'Walk and Talk',
      organiser: 'Nuneaton North',
      place: { name: 'Riversley Park', address: 'Coton Road' },
      contact: { name: 'the walk team', phone: '01632 960111', email: '' },
      pence: 0,
      activity: { label: 'Walking' },
    })
    expect([left, missingForOpenActive(told)]).toEqual([[], []])
    expect(JSON.stringify(told)).not.toMatch(/Key under|SP 361/)
  })

  test('of a place that does not say it is public nothing is told, and none of the directory’s stands in for it', () => {
    const { facts: told } = facts({ venueId: home.id }, rowsWith({ details }))
    expect(told.place).toBeNull()
    expect(JSON.stringify(told)).not.toMatch(/Jean|Oak Close|Private Road|Priya|900222|full/)
    expect(missingForOpenActive(told)).toEqual(['place'])
  })

  test('a text with a colleague in it is left out and named; without its name a group is nothing', () => {
    const { facts: told, left } = facts({ about: 'Tom Ashby leads it', publicPhone: '+44 7700 900123', organiser: 'Tom Ashby' })
    expect(told).toMatchObject({ about: '', contact: { phone: '' }, organiser: 'Nuneaton North' })
    expect([...left].sort()).toEqual(['about', 'contact', 'organiser'])
    expect(facts({ name: 'Tom Ashby’s walk' }).facts.name).toBe('')
  })

  test('what the directory says of the price stands where the group says nothing; what was removed says nothing', () => {
    expect(facts({ pence: null }, rowsWith({ details })).facts.pence).toBe(0)
    expect(facts({ pence: 250 }, rowsWith({ details })).facts.pence).toBe(250)
    expect(facts({ pence: null }, rowsWith({ details: { ...details, voidedBecause: 'twice' } })).facts.pence).toBeNull()
  })

  test('a pause is told, why is not', () => {
    const shut = { ...details, closedFrom: '2026-10-01', closedUntil: '2026-11-01', closedBecause: 'Tom has broken his leg' }
    expect(facts({}, rowsWith({ details: shut })).facts.closed).toEqual({ until: '2026-11-01' })
    expect(facts({ state: 'paused' }).facts.closed).toEqual({ until: null })
    expect(JSON.stringify(facts({}, rowsWith({ details: shut })))).not.toContain('leg')
  })

  test('times that are over are not told', () => {
    expect(facts({ schedule: [aSlot({ until: '2026-10-21' }), aSlot({ slot: 2 })] }).facts.slots.map((one) => one.slot)).toEqual([2])
  })
})

describe('its dates', () => {
  const datesOf = (group: Entity<'group'>, sessions: Entity<'session'>[] = [], rows = rowsWith()) =>
    publicSessionsOf(group, factsOf(group, rows, thursday).facts, sessions, rows, thursday)

  test('are told eight weeks ahead, today among them', () => {
    const told = datesOf(walk())
    expect([told.length, told[0]?.date, told.at(-1)?.date]).toEqual([9, thursday, '2026-12-17'])
    expect(told.every((one) => one.openActive && !one.cancelled && !one.moved)).toBe(true)
  })

  test.each([
    ['weather', 'weather'],
    ['heat', 'heat'],
    ['venueShut', 'venueShut'],
    ['leaderIll', 'other'],
    ['tooFewStaff', 'other'],
    [undefined, 'other'],
  ] as const)('cancelled for %s says %s, and not in whose words', (cancelledFor, said) => {
    const row = aSession(which('Walk and Talk'), { cancelledBecause: 'Tom is in hospital', ...(cancelledFor ? { cancelledFor } : {}) })
    const [first] = datesOf(walk(), [row])
    expect(first?.cancelled).toBe(said)
    expect(JSON.stringify(first)).not.toContain('hospital')
  })

  test('one moved to a private place says that it is elsewhere, and not where', () => {
    const [first] = datesOf(walk(), [aSession(which('Walk and Talk'), { venueId: home.id })])
    expect(first).toMatchObject({ moved: true, place: null, openActive: false })
  })

  test('a paused group has none that nobody wrote down; while it is shut by the directory it has none', () => {
    expect(datesOf(walk({ state: 'paused' }))).toEqual([])
    const shut = { ...details, closedFrom: '2026-10-01', closedUntil: '2026-11-01' }
    expect(datesOf(walk(), [], rowsWith({ details: shut }))[0]?.date).toBe('2026-11-05')
  })
})
