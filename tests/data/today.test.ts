import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import {
  aGroup,
  aHeadCount,
  aMembership,
  aPerson,
  aSession,
  aSignIn,
  aSlot,
  at,
  idFor,
  sessionId,
  stampAt,
  aChange,
  thursday,
  which,
} from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')
const café = aGroup('Pain Café', {
  counts: false,
  schedule: [aSlot({ start: '14:00', end: '15:00' })],
  organiser: 'Nuneaton North',
})
const known: Known = {
  group: [aGroup('Walk and Talk', { venueId: idFor('Park'), leaderId: idFor('Tom') }), café],
  venue: [{ id: idFor('Park'), name: 'Riversley Park' }],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: [aPerson('Jean Oakes'), aPerson('Ray Oakes')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes'), aMembership('Pain Café', 'Jean Oakes')],
}
const came = (person: string, date: string, more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> =>
  aSignIn(person, '10:30', {
    id: idFor(`${person} ${date}`),
    sessionId: sessionId(which('Walk and Talk', date)),
    arrivedAt: at('10:30', date),
    ...more,
  })
const today = (laptop: TestLaptop) => laptop.view('today', null)
const cards = async (laptop: TestLaptop) => (await today(laptop)).sessions.map((card) => [card.group, card.state])

describe('the first screen', () => {
  test('shows today’s sessions in order, with place, leader and who is expected', async () => {
    const laptop = await laptopWith(known)
    expect((await today(laptop)).sessions[0]).toEqual({
      sessionId: id,
      which: walk,
      groupId: walk.groupId,
      group: 'Walk and Talk',
      organiser: null,
      date: thursday,
      start: '10:30',
      end: '12:00',
      place: 'Riversley Park',
      meetingPoint: null,
      leader: 'Tom Ashby',
      expected: 1,
      here: 0,
      count: null,
      state: 'planned',
      cancelledBecause: null,
      onThisLaptop: true,
    })
    expect(await cards(laptop)).toEqual([
      ['Walk and Talk', 'planned'],
      ['Pain Café', 'planned'],
    ])
  })

  test('follows a session through the day', async () => {
    const laptop = await laptopWith(known)
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: jean })
    expect((await today(laptop)).sessions[0]).toMatchObject({ state: 'running', here: 1 })
    await laptop.does('recordHeadCount', { session: walk, moment: 'out', counted: 1, missingIds: [] })
    expect((await today(laptop)).sessions[0]?.count).toEqual({
      babies: null,
      agrees: true,
      because: null,
      moment: 'out',
      counted: 1,
      expected: 1,
      at: '10:31',
      by: 'Tom Ashby',
      missing: [],
    })
    await laptop.does('leaveEarly', { signInIds: [signInId] })
    expect((await today(laptop)).sessions[0]).toMatchObject({ state: 'running', here: 1 })
    await laptop.does('closeSession', { session: walk })
    expect((await today(laptop)).sessions[0]).toMatchObject({ state: 'closed' })
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    expect((await today(laptop)).sessions[0]).toMatchObject({ state: 'closed', here: 0 })
  })

  test('counts nobody whom the surgery, restored, no longer knows of', async () => {
    const laptop = await laptopWith({ ...known, session: [aSession(walk)], signIn: [aSignIn('Ray Oakes', '10:32')] })
    expect((await today(laptop)).sessions[0]?.here).toBe(1)
    laptop.surgery.rows = laptop.surgery.rows.filter((row) => row.id !== aSignIn('Ray Oakes', '10:32').id)
    laptop.surgery.once = { reset: 'epoch' }
    await laptop.exchange()
    expect((await today(laptop)).sessions[0]?.here).toBe(0)
  })

  test('says cancelled, and cancelled although somebody came', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    expect(await cards(laptop)).toEqual([
      ['Walk and Talk', 'cancelled'],
      ['Pain Café', 'planned'],
    ])
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect(await cards(laptop)).toEqual([
      ['Walk and Talk', 'cancelledButAttended'],
      ['Pain Café', 'planned'],
    ])
  })

  test('shows no café counts', async () => {
    const laptop = await laptopWith({
      ...known,
      session: [aSession(which('Pain Café'))],
      headCount: [aHeadCount('out', 3, 3, '14:05', { sessionId: sessionId(which('Pain Café')) })],
    })
    expect((await today(laptop)).sessions[1]?.count).toBeNull()
  })

  test('shows the coming seven days and no more', async () => {
    const laptop = await laptopWith(known)
    expect((await today(laptop)).later.map((card) => [card.group, card.date])).toEqual([
      ['Walk and Talk', '2026-10-29'],
      ['Pain Café', '2026-10-29'],
    ])
  })

  test('asks for registers of four weeks that nobody kept, newest first, and not for those that were called off', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [known.group![0]!],
      session: [aSession(which('Walk and Talk', '2026-10-08')), aSession(which('Walk and Talk', '2026-10-15'), { cancelledBecause: 'Ice' })],
      signIn: [came('Jean Oakes', '2026-10-08')],
    })
    expect((await today(laptop)).noRegister.map((card) => card.date)).toEqual(['2026-10-01', '2026-09-24'])
  })

  test('does not ask for a group that pauses, but keeps its session of today if somebody came', async () => {
    const laptop = await laptopWith({ ...known, group: [aGroup('Walk and Talk', { state: 'paused' })] })
    expect([await cards(laptop), (await today(laptop)).noRegister]).toEqual([[], []])
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect(await cards(laptop)).toEqual([['Walk and Talk', 'running']])
  })

  test('is not blanked by a group whose rule nobody can read', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [...known.group!, aGroup('Odd', { schedule: [aSlot({ rule: 'FREQ=LUNARLY' })] })],
    })
    expect(await cards(laptop)).toEqual([
      ['Walk and Talk', 'planned'],
      ['Pain Café', 'planned'],
    ])
  })

  test('is empty for a laptop that has nothing yet', async () => {
    const laptop = await laptopWith({})
    expect(await today(laptop)).toEqual({
      date: thursday,
      sessions: [],
      later: [],
      noRegister: [],
      next: null,
      trend: null,
      questions: [],
    })
  })
})

describe('which session Enter opens', () => {
  const next = async (laptop: TestLaptop) => (await today(laptop)).next

  test('the next to begin, the one running, the last not closed', async () => {
    const laptop = await laptopWith(known)
    laptop.ports.set('08:00')
    expect(await next(laptop)).toBe(id)
    laptop.ports.set('12:30')
    expect(await next(laptop)).toBe(sessionId(which('Pain Café')))
    laptop.ports.set('18:00')
    expect(await next(laptop)).toBe(sessionId(which('Pain Café')))
  })

  test('the one running stays until its end, though another begins', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [aGroup('Walk and Talk'), aGroup('Pain Café', { schedule: [aSlot({ start: '10:00', end: '15:00' })] })],
    })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect(await next(laptop)).toBe(id)
  })

  test('none that is closed or called off', async () => {
    const laptop = await laptopWith({
      ...known,
      session: [aSession(walk, { closedAt: at('10:00') }), aSession(which('Pain Café'), { cancelledBecause: 'Ice' })],
    })
    expect(await next(laptop)).toBeNull()
  })

  test('of a facilitator is one of their own groups, not the one before it', async () => {
    const laptop = await laptopWith(
      { ...known, group: [aGroup('Walk and Talk'), { ...café, facilitatorIds: [idFor('Nisha')] }] },
      { name: 'Nisha', role: 'facilitator' },
    )
    const { next: first, trend, sessions } = await today(laptop)
    expect([first, trend?.group, sessions.map((card) => card.onThisLaptop)]).toEqual([sessionId(which('Pain Café')), 'Pain Café', [false, true]])
    expect((await laptop.view('groups', null)).map((group) => [group.name, group.trend.length])).toEqual([
      ['Pain Café', 12],
      ['Walk and Talk', 0],
    ])
  })

  test('at midnight the day turns, whatever zone the laptop is set to', async () => {
    const laptop = await laptopWith(known)
    laptop.ports.time = Date.parse('2026-10-22T22:59:59Z')
    expect([(await today(laptop)).date, await next(laptop)]).toEqual([thursday, sessionId(which('Pain Café'))])
    laptop.ports.time = Date.parse('2026-10-22T23:00:00Z') // midnight in summer time
    expect([(await today(laptop)).date, (await today(laptop)).sessions, await next(laptop)]).toEqual(['2026-10-23', [], null])
    expect((await laptop.view('register', { sessionId: id }))?.date).toBe(thursday)
  })
})

describe('the chart', () => {
  const trend = async (laptop: TestLaptop) => (await today(laptop)).trend

  test('shows the last sessions, those without a register as such, those called off not at all', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [aGroup('Walk and Talk', { schedule: [aSlot({ from: '2026-09-17' })] })],
      session: [
        aSession(which('Walk and Talk', '2026-09-24'), { cancelledBecause: 'Ice' }),
        aSession(which('Walk and Talk', '2026-10-01'), { cancelledBecause: 'Ice' }),
      ],
      signIn: [
        came('Jean Oakes', '2026-09-17'),
        came('Ray Oakes', '2026-09-17'),
        came('Ray Oakes', '2026-10-01'),
        came('Ray Oakes', '2026-10-08', { voidedBecause: 'x' }),
      ],
    })
    expect(await trend(laptop)).toEqual({
      group: 'Walk and Talk',
      points: [
        { date: '2026-09-17', here: 2 },
        { date: '2026-10-01', here: 1 },
        { date: '2026-10-08', here: null },
        { date: '2026-10-15', here: null },
      ],
    })
  })

  test('does not call today’s session "not recorded" before it has begun, and shows it once somebody is in', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [aGroup('Walk and Talk', { schedule: [aSlot({ from: '2026-10-15' })] })],
    })
    expect((await trend(laptop))?.points).toEqual([{ date: '2026-10-15', here: null }])
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect((await trend(laptop))?.points).toEqual([
      { date: '2026-10-15', here: null },
      { date: thursday, here: 1 },
    ])
  })

  test('has twelve bars at most', async () => {
    expect((await trend(await laptopWith(known)))?.points.length).toBe(12)
  })
})

describe('questions', () => {
  test('are two values of one field that did not see each other, and go when somebody chooses', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editPerson', { personId: jean, fields: { phone: '01632 960001' } })
    await laptop.exchange()
    laptop.surgery.tells(
      aChange('person', jean, { phone: '01632 960002' }, { stamp: stampAt('10:40', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
    )
    await laptop.exchange()
    expect((await today(laptop)).questions).toEqual([{ personId: jean, name: 'Jean Oakes', field: 'phone' }])
    expect((await laptop.view('person', { personId: jean }))?.phone.versions.map((one) => one.value)).toEqual(['01632 960002', '01632 960001'])
    await laptop.does('editPerson', { personId: jean, fields: { phone: '01632 960001' } })
    expect([(await today(laptop)).questions, (await laptop.view('person', { personId: jean }))?.phone.value]).toEqual([[], '01632 960001'])
  })
})

test('two emergency numbers side by side are asked about on Today and on the person’s page, until somebody chooses', async () => {
  const contactId = idFor('Karen')
  const laptop = await laptopWith({ ...known, emergencyContact: [{ id: contactId, personId: jean, name: 'Karen', phone: '07700 900001' }] })
  const asked = async () => (await today(laptop)).questions
  expect(await asked()).toEqual([])
  await laptop.does('editEmergencyContact', { contactId, fields: { phone: '07700 900002' } })
  await laptop.exchange()
  laptop.surgery.tells(
    aChange('emergencyContact', contactId, { phone: '07700 900003' }, { stamp: stampAt('10:40', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
  )
  await laptop.exchange()
  expect(await asked()).toEqual([{ personId: jean, name: 'Jean Oakes', field: 'emergencyPhone' }])
  const [contact] = (await laptop.view('person', { personId: jean }))!.contacts
  expect(contact?.phone.versions.map((one) => one.value)).toEqual(['07700 900003', '07700 900002'])
  await laptop.does('editEmergencyContact', { contactId, fields: { phone: '07700 900002' } })
  expect(await asked()).toEqual([])
})

describe('the weeks over a clock change', () => {
  test.each(['2026-03-26', '2026-10-22'])('stay on Thursday at 10:30: from %s', async (date) => {
    const laptop = await laptopWith({ ...known, group: [aGroup('Walk and Talk')] })
    laptop.ports.set('09:00', date)
    const { sessions, later } = await today(laptop)
    expect([...sessions, ...later].map((card) => [card.date, card.start])).toEqual([
      [date, '10:30'],
      [addDays(date, 7), '10:30'],
    ])
  })

  test('a session on the doubled hour is one session', async () => {
    const night = aGroup('Night walk', {
      schedule: [aSlot({ rule: 'FREQ=WEEKLY;BYDAY=SU', start: '01:15', end: '01:45', from: '2026-01-04' })],
    })
    const laptop = await laptopWith({ group: [night] })
    const states: unknown[] = []
    for (const moment of ['2026-10-25T00:20:00Z', '2026-10-25T01:20:00Z']) {
      // 01:20 twice
      laptop.ports.time = Date.parse(moment)
      states.push((await today(laptop)).sessions.map((card) => card.sessionId))
    }
    expect(states).toEqual([[sessionId(which('Night walk', '2026-10-25'))], [sessionId(which('Night walk', '2026-10-25'))]])
  })
})
