import { describe, expect, test } from 'vitest'
import { eachText } from '../../src/renderer/workerLink/personTexts.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import {
  aChange,
  aGroup,
  aMembership,
  aPerson,
  aSession,
  aSignIn,
  aSlot,
  at,
  idFor,
  sessionId,
  stampAt,
  thursday,
  which,
} from '../support/builders.ts'
import { laptopWith, type Known } from '../support/laptop.ts'

const jean = idFor('Jean Oakes')
const weeks = (count: number) => addDays(thursday, -7 * count)
const came = (person: string, weeksAgo: number, group = 'Walk and Talk', more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> =>
  aSignIn(person, '10:30', {
    id: idFor(`${person} ${group} ${weeksAgo}`),
    sessionId: sessionId(which(group, weeks(weeksAgo))),
    arrivedAt: at('10:30', weeks(weeksAgo)),
    ...more,
  })
const sessions = (group: string, ...ago: number[]) => ago.map((week) => aSession(which(group, weeks(week))))
const known: Known = {
  group: [aGroup('Walk and Talk'), aGroup('Pain Café', { schedule: [aSlot({ start: '14:00', end: '15:00' })] })],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: [
    aPerson('Jean Oakes', { phone: '01632 960001', ageBand: '70 to 79' }),
    aPerson('Ray Ellison'),
    aPerson('Zoë Adams', { removedBecause: 'added by mistake' }),
  ],
  membership: [
    aMembership('Walk and Talk', 'Jean Oakes'),
    aMembership('Pain Café', 'Jean Oakes', { since: '2023-05-01' }),
    aMembership('Walk and Talk', 'Ray Ellison', { endedOn: '2026-01-01' }),
  ],
  session: [
    ...sessions('Walk and Talk', 1, 2, 3),
    ...sessions('Pain Café', 1, 2),
    aSession(which('Walk and Talk', weeks(4)), { cancelledBecause: 'Ice' }),
  ],
  signIn: [
    came('Jean Oakes', 1),
    came('Jean Oakes', 2, 'Walk and Talk', { voidedBecause: 'a mistake' }),
    came('Ray Ellison', 2),
    came('Ray Ellison', 3),
    came('Jean Oakes', 2, 'Pain Café'),
  ],
}

describe('the list of people', () => {
  test('is by family name, with groups, last time and what is missing; who was removed is not on it', async () => {
    const laptop = await laptopWith(known)
    expect(await laptop.view('people', { text: '', most: 10 })).toEqual({
      total: 2,
      shown: [
        {
          personId: idFor('Ray Ellison'),
          name: 'Ray Ellison',
          ageBand: null,
          groups: [],
          lastCame: weeks(2),
          alerts: [],
          missing: ['birth', 'phone', 'postcode', 'practice', 'emergencyContact'],
        },
        {
          personId: jean,
          name: 'Jean Oakes',
          ageBand: '70 to 79',
          groups: ['Pain Café', 'Walk and Talk'],
          lastCame: weeks(1),
          alerts: [],
          missing: ['postcode', 'practice', 'emergencyContact'],
        },
      ],
    })
  })

  test('shows as many as asked, and finds by what is typed', async () => {
    const laptop = await laptopWith(known)
    expect((await laptop.view('people', { text: ' ', most: 1 })).shown.map((one) => one.name)).toEqual(['Ray Ellison'])
    expect((await laptop.view('people', { text: 'oak', most: 10 })).shown.map((one) => one.name)).toEqual(['Jean Oakes'])
    expect(await laptop.view('people', { text: 'zoe', most: 10 })).toEqual({ total: 2, shown: [] })
  })

  test('knows of a sign-in that was made after the list was opened', async () => {
    const laptop = await laptopWith(known)
    const last = async () => (await laptop.view('people', { text: 'oak', most: 1 })).shown[0]?.lastCame
    expect(await last()).toBe(weeks(1))
    const { signInId } = await laptop.does('signInPerson', { session: which('Walk and Talk'), personId: jean })
    expect(await last()).toBe(thursday)
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    expect(await last()).toBe(weeks(1))
  })
})

describe('one person', () => {
  test('is everything this laptop knows of them', async () => {
    const laptop = await laptopWith({
      ...known,
      emergencyContact: [{ id: idFor('Karen'), personId: jean, name: 'Karen', phone: '07700 900001' }],
    })
    await laptop.does('addNote', { aboutId: jean, text: 'Knee is better' })
    laptop.ports.set('10:40')
    await laptop.does('addNote', { aboutId: jean, text: 'Ring on Sunday' })
    const version = { by: null, at: at('09:00'), stamp: stampAt('09:00', 'server') }
    expect(await laptop.view('person', { personId: jean })).toEqual({
      personId: jean,
      national: { nhsNumber: null, ethnicity: null, gender: null, language: null },
      name: 'Jean Oakes',
      givenName: 'Jean',
      familyName: 'Oakes',
      knownAs: null,
      bornOn: null,
      refusesBirthDate: false,
      ageBand: '70 to 79',
      phone: { value: '01632 960001', versions: [{ value: '01632 960001', ...version }] },
      email: null,
      address: { value: null, versions: [] },
      practice: null,
      alerts: [],
      photo: null,
      howHeard: null,
      ...eachText(() => null),
      guardian: null,
      noPhone: false,
      noFixedAbode: false,
      noContactBecause: null,
      shareWithGp: null,
      archivedOn: null,
      declaration: null,
      reveals: [],
      missing: ['postcode', 'practice'],
      contacts: [
        {
          id: idFor('Karen'),
          name: 'Karen',
          relationship: null,
          phone: { value: '07700 900001', versions: [{ value: '07700 900001', ...version }] },
        },
      ],
      groups: [
        { groupId: idFor('Pain Café'), group: 'Pain Café', since: '2023-05-01', endedOn: null, came: 1, of: 1, recent: [true] },
        { groupId: idFor('Walk and Talk'), group: 'Walk and Talk', since: '2024-01-04', endedOn: null, came: 1, of: 3, recent: [false, false, true] },
      ],
      attendance: [
        {
          sessionId: sessionId(which('Walk and Talk', weeks(1))),
          group: 'Walk and Talk',
          date: weeks(1),
          arrived: '10:30',
          state: 'here',
        },
        expect.objectContaining({ date: weeks(2) }),
        expect.objectContaining({ date: weeks(2) }),
      ],
      notes: [
        { id: expect.any(String) as string, kind: null, text: 'Ring on Sunday', at: at('10:40'), by: 'Tom Ashby' },
        { id: expect.any(String) as string, kind: null, text: 'Knee is better', at: at('10:31'), by: 'Tom Ashby' },
      ],
      removedBecause: null,
    })
  })

  test('is told the same by their own page and by the group’s', async () => {
    const laptop = await laptopWith(known)
    const own = (await laptop.view('person', { personId: jean }))?.groups.find((one) => one.group === 'Walk and Talk')
    const groups = (await laptop.view('group', { groupId: idFor('Walk and Talk') }))?.people.find((one) => one.personId === jean)
    expect([own?.came, own?.of]).toEqual([groups?.came, groups?.of])
  })

  test('who left a group is measured by the time they were in it', async () => {
    const laptop = await laptopWith({
      ...known,
      membership: [aMembership('Walk and Talk', 'Ray Ellison', { endedOn: weeks(2) })],
    })
    expect((await laptop.view('person', { personId: idFor('Ray Ellison') }))?.groups[0]).toMatchObject({
      endedOn: weeks(2),
      came: 1,
      of: 1,
    })
  })

  test('says who wrote which of two numbers', async () => {
    const laptop = await laptopWith({
      ...known,
      device: [{ id: idFor('Nisha’s laptop'), name: 'Nisha’s laptop', colleagueId: idFor('Tom'), enrolledAt: at('08:00') }],
    })
    laptop.surgery.tells(
      aChange('person', jean, { phone: '01632 960002' }, { stamp: stampAt('10:40', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
    )
    await laptop.exchange()
    expect((await laptop.view('person', { personId: jean }))?.phone).toEqual({
      value: '01632 960002',
      versions: [
        { value: '01632 960002', by: 'Tom Ashby', at: at('10:40'), stamp: stampAt('10:40', 'Nisha’s laptop') },
        { value: '01632 960001', by: null, at: at('09:00'), stamp: stampAt('09:00', 'server') },
      ],
    })
  })

  test('who was removed is still there, with why, and who nobody knows is not', async () => {
    const laptop = await laptopWith(known)
    expect((await laptop.view('person', { personId: idFor('Zoë Adams') }))?.removedBecause).toBe('added by mistake')
    expect(await laptop.view('person', { personId: idFor('nobody') })).toBeNull()
  })

  test('who would rather not say their birth date is not asked again', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editPerson', { personId: idFor('Ray Ellison'), fields: { bornOn: null } })
    const person = await laptop.view('person', { personId: idFor('Ray Ellison') })
    expect([person?.refusesBirthDate, person?.missing.includes('birth')]).toEqual([true, false])
  })
})

describe('groups', () => {
  test('are by name as people read it, with members and bars', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [...known.group!, aGroup('buggy Talk', { schedule: [] }), aGroup('Élan', { state: 'paused', schedule: [] })],
    })
    expect((await laptop.view('groups', null)).map((group) => [group.name, group.members, group.state])).toEqual([
      ['buggy Talk', 0, 'running'],
      ['Élan', 0, 'paused'],
      ['Pain Café', 1, 'running'],
      ['Walk and Talk', 1, 'running'],
    ])
  })

  test('one of them shows its people, what comes and what was', async () => {
    const laptop = await laptopWith(known)
    const group = await laptop.view('group', { groupId: idFor('Walk and Talk') })
    expect(group).toMatchObject({
      name: 'Walk and Talk',
      counts: true,
      venueId: null,
      facilitatorIds: [],
      members: 1,
      people: [{ personId: jean, name: 'Jean Oakes', since: '2024-01-04', came: 1, of: 3, lastCame: weeks(1) }],
    })
    expect(group?.upcoming.map((card) => card.date)).toEqual([0, 1, 2, 3, 4, 5].map((week) => addDays(thursday, 7 * week)))
    expect(group?.past.slice(0, 5).map((card) => [card.date, card.state])).toEqual([
      [weeks(1), 'running'],
      [weeks(2), 'running'],
      [weeks(3), 'running'],
      [weeks(4), 'cancelled'],
      [weeks(5), 'noRegister'],
    ])
  })

  test('one that pauses has nothing coming and asks for nothing', async () => {
    const laptop = await laptopWith({ ...known, group: [aGroup('Walk and Talk', { state: 'paused' })] })
    const group = await laptop.view('group', { groupId: idFor('Walk and Talk') })
    expect([group?.upcoming, group?.past.map((card) => card.date)]).toEqual([[], [1, 2, 3, 4].map(weeks)])
  })

  test('nobody knows are not there', async () => {
    expect(await (await laptopWith(known)).view('group', { groupId: idFor('none') })).toBeNull()
  })
})

describe('going to a person, group or place by name', () => {
  test('finds people and groups, accents or not', async () => {
    const laptop = await laptopWith({
      ...known,
      venue: [{ id: idFor('Park'), name: 'Riversley Park' }],
      group: [aGroup('Pain Café', { venueId: idFor('Park') }), aGroup('Walk and Talk')],
    })
    const names = async (text: string) => (await laptop.view('goTo', { text })).map((hit) => `${hit.kind} ${hit.name}`)
    expect([await names('cafe'), await names('jean'), await names('riversley'), await names('zzz')]).toEqual([
      ['group Pain Café'],
      ['person Jean Oakes'],
      ['group Pain Café'],
      [],
    ])
    expect((await names('')).sort()).toEqual(['group Pain Café', 'group Walk and Talk'])
  })

  test('calls people what they like to be called', async () => {
    const laptop = await laptopWith({ person: [aPerson('Margaret Ellison', { knownAs: 'Peggy' })] })
    expect((await laptop.view('goTo', { text: 'peg' })).map((hit) => hit.name)).toEqual(['Peggy Ellison'])
  })
})

describe('me and the team', () => {
  test('are as the surgery last told, and before that as this laptop joined', async () => {
    const fresh = await laptopWith({})
    expect(await fresh.view('me', null)).toEqual({
      colleagueId: idFor('Tom'),
      name: 'Tom',
      role: 'lead',
      team: 'Nuneaton North',
      deviceName: 'Tom’s laptop',
      partner: null,
    })
    const laptop = await laptopWith({ ...known, team: [{ id: idFor('team'), name: 'Nuneaton South' }] })
    expect(await laptop.view('me', null)).toMatchObject({ name: 'Tom Ashby', team: 'Nuneaton South' })
  })

  test('list colleagues, laptops and places in one order', async () => {
    const device = (name: string, time: string, more = {}) => ({
      id: idFor(name),
      name,
      colleagueId: idFor('Tom'),
      enrolledAt: at(time),
      ...more,
    })
    const laptop = await laptopWith({
      ...known,
      venue: [
        { id: idFor('Town hall'), name: 'Town hall' },
        { id: idFor('Park'), name: 'Riversley Park', town: 'Nuneaton' },
      ],
      device: [device('second', '09:00', { revokedAt: at('10:00') }), device('first', '08:00')],
    })
    expect(await laptop.view('team', null)).toMatchObject({
      team: 'Nuneaton North',
      colleagues: [
        {
          id: idFor('Tom'),
          name: 'Tom Ashby',
          role: 'lead',
          papers: { phone: null, trainedOn: null, dbsUntil: null, firstAidUntil: null },
          devices: [
            { name: 'first', enrolledAt: at('08:00'), revoked: false },
            { name: 'second', enrolledAt: at('09:00'), revoked: true },
          ],
        },
      ],
      venues: [
        { id: idFor('Park'), name: 'Riversley Park', town: 'Nuneaton', meetingPoint: '', gridReference: '', address: '', postcode: '', notes: '' },
        { id: idFor('Town hall'), name: 'Town hall', town: '', meetingPoint: '', gridReference: '', address: '', postcode: '', notes: '' },
      ],
    })
  })
})
