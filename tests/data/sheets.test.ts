import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/shared/records/index.ts'
import { aChange, aGroup, aMembership, aPerson, aRow, aSignIn, at, idFor, sessionId, stampAt, thursday, which } from '../support/builders.ts'
import { laptopWith, TestLaptop, rowsOf, type Known, type TestLaptop as Laptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')
const dot = idFor('Dot Marlow')
const known: Known = {
  group: [aGroup('Walk and Talk', { venueId: idFor('Park'), leaderId: idFor('Tom'), template: 'walk' })],
  venue: [
    { id: idFor('Park'), name: 'Riversley Park', meetingPoint: 'bandstand', notes: 'Parking at the Coton Road side' },
    { id: idFor('Hall'), name: 'Civic Hall' },
  ],
  colleague: [
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
    { id: idFor('Priya'), name: 'Priya Nair', role: 'facilitator' },
  ],
  person: [
    aPerson('Jean Oakes', { phone: '01632 960 101', alerts: ['Inhaler'] }),
    aPerson('Ray Oakes'),
    aPerson('Dot Marlow', { phone: '01632 960 103' }),
  ],
  membership: [aMembership('Walk and Talk', 'Jean Oakes'), aMembership('Walk and Talk', 'Ray Oakes')],
  emergencyContact: [{ id: idFor('contact'), personId: jean, name: 'Sue Oakes', phone: '07700 900 101' }],
}
const take = (laptop: Laptop, date = thursday, device = laptop.opened.identity.device) =>
  laptop.run('takeAlong', { session: which('Walk and Talk', date), deviceId: device, deviceName: laptop.opened.identity.deviceName })
const ticks = async (laptop: Laptop) => (await laptop.view('takeAlong', null)).chosen[0]?.lines.map((line) => line.why ?? 'ready')

describe('ready to go offline (story 1)', () => {
  test('a session that goes along has its list, its counts and how old it is', async () => {
    const laptop = await laptopWith(known)
    expect((await laptop.view('takeAlong', null)).chosen).toEqual([])
    await take(laptop)
    const view = await laptop.view('takeAlong', null)
    expect(view.asOf).toBe(at('10:31'))
    expect(view.chosen[0]).toMatchObject({
      group: 'Walk and Talk',
      ready: true,
      people: 2,
      withAlerts: 1,
      notes: 'Parking at the Coton Road side',
      others: [],
    })
    expect(view.chosen[0]?.lines.map((line) => [line.part, line.has, line.of])).toEqual([
      ['register', 2, 2],
      ['contacts', 1, 2],
      ['declarations', 0, 2],
      ['phones', 1, 2],
      ['venue', 1, 1],
    ])
  })

  test('sessions of 14 days can be chosen; those further ahead are listed and refused', async () => {
    const laptop = await laptopWith(known)
    expect((await laptop.view('takeAlong', null)).sessions.map((row) => [row.date, row.soon, row.tooFar])).toEqual([
      ['2026-10-22', true, false],
      ['2026-10-29', false, false],
      ['2026-11-05', false, false],
      ['2026-11-12', false, true],
    ])
    expect(await take(laptop, '2026-11-12')).toEqual({ ok: false, reason: 'tooFarAhead' })
  })

  test('before the first load nothing is ready, and there is no time it is as of', async () => {
    const laptop = new TestLaptop()
    laptop.surgery.trouble = 'offline'
    await laptop.open()
    await laptop.exchange()
    expect(await laptop.view('takeAlong', null)).toMatchObject({ asOf: null, sessions: [] })
  })

  test('a reset under way is a part of a download: nothing is ticked until it is whole', async () => {
    const laptop = await laptopWith(known)
    await take(laptop)
    await laptop.exchange()
    laptop.surgery.once = { reset: 'epoch' }
    laptop.surgery.epoch = idFor('another epoch')
    const [answer] = [laptop.host.network]
    laptop.host.network = (request, token) =>
      request.path === '/snapshot' ? Promise.resolve({ ok: false as const, reason: 'noAnswer' as const }) : answer(request, token)
    await laptop.exchange()
    expect(await ticks(laptop)).toEqual(Array(5).fill('neverLoaded'))
    expect((await laptop.view('takeAlong', null)).asOf).toBeNull()
    laptop.host.network = answer
    laptop.surgery.rows = [...rowsOf(known), ...laptop.surgery.received.map((change) => aRow(change.record, { id: change.row, ...change.fields }))]
    await laptop.exchange()
    expect(await ticks(laptop)).toEqual(Array(5).fill('ready'))
  })

  test('a member whose record has not come, or a change from a newer app, unticks the people', async () => {
    const laptop = await laptopWith({ ...known, membership: [...(known.membership ?? []), aMembership('Walk and Talk', 'Somebody Else')] })
    await take(laptop)
    expect(await ticks(laptop)).toEqual(['peopleMissing', 'peopleMissing', 'peopleMissing', 'peopleMissing', 'ready'])
    laptop.surgery.tells(
      aChange('person', jean, { givenName: 'Jean' }, { version: 99, stamp: stampAt('10:40', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
    )
    await laptop.exchange()
    expect(await ticks(laptop)).toEqual(Array(5).fill('newerApp'))
  })

  test('a second laptop that takes it too is named, and allowed', async () => {
    const laptop = await laptopWith({
      ...known,
      takenLaptop: [
        { id: idFor('theirs'), sessionId: id, deviceId: idFor('green'), deviceName: 'Green laptop', at: at('09:00'), byId: idFor('Priya') },
      ],
    })
    expect((await take(laptop)).ok).toBe(true)
    expect((await laptop.view('takeAlong', null)).chosen[0]?.others).toEqual([{ name: 'Green laptop', by: 'Priya Nair' }])
  })

  test('left behind it is on the list no more; a cancelled session says so', async () => {
    const laptop = await laptopWith(known)
    const { takenLaptopId } = await laptop.does('takeAlong', { session: walk, deviceId: laptop.opened.identity.device, deviceName: 'x' })
    await laptop.does('leaveBehind', { takenLaptopId })
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    const view = await laptop.view('takeAlong', null)
    expect(view.chosen).toEqual([])
    expect(view.sessions[0]).toMatchObject({ takenLaptopId: null, cancelled: true })
  })

  test('a facilitator sees only sessions whose people come to this laptop; one that left their sight is not ready', async () => {
    const mine = await laptopWith(
      { ...known, group: [aGroup('Walk and Talk', { facilitatorIds: [idFor('Priya')] }), aGroup('Pain Café')] },
      { name: 'Priya', role: 'facilitator' },
    )
    expect((await mine.view('takeAlong', null)).sessions.map((row) => row.group)).toEqual(Array(4).fill('Walk and Talk'))
    await take(mine)
    mine.surgery.tells(
      aChange('group', walk.groupId, { facilitatorIds: [] }, { stamp: stampAt('10:50', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
    )
    await mine.exchange()
    expect((await ticks(mine))?.[0]).toBe('notInSight')
  })
})

const rota = async (laptop: Laptop) => (await laptop.view('rota', { sessionId: id }))!

describe('the rota (story 37)', () => {
  test('begins with the planned leader, and says how many are wanted of those expected', async () => {
    const laptop = await laptopWith(known)
    const view = await rota(laptop)
    expect(view.duties.map((one) => [one.role, one.name, one.state, one.dutyId])).toEqual([['leader', 'Tom Ashby', 'planned', null]])
    expect(view.ratio).toEqual({ people: 2, here: false, leaders: 1, short: 0, peoplePerLeader: 20, secondAdult: false })
  })

  test('21 here and one leader: one more is wanted; who leads is not led too', async () => {
    const many = Array.from({ length: 21 }, (_, nth) => `Walker Number${nth}`)
    const laptop = await laptopWith({
      ...known,
      person: [...(known.person ?? []), ...many.map((name) => aPerson(name))],
      signIn: many.map((name) => aSignIn(name, '10:20')),
    })
    expect((await rota(laptop)).ratio).toMatchObject({ people: 21, here: true, leaders: 1, short: 1 })
    await laptop.does('putOnRota', { session: walk, role: 'leader', personId: idFor('Walker Number0'), state: 'yes' })
    const { ratio, duties } = await rota(laptop)
    expect(ratio).toMatchObject({ people: 20, leaders: 2, short: 0, secondAdult: true })
    expect(duties.at(-1)).toMatchObject({ name: 'Walker Number0', takesPart: true, personId: idFor('Walker Number0') })
  })

  test('the register and the rota count leaders and people by one rule: a back marker leads nobody, a guest is led', async () => {
    const many = Array.from({ length: 20 }, (_, nth) => `Walker Number${nth}`)
    const laptop = await laptopWith({
      ...known,
      person: [...(known.person ?? []), ...many.map((name) => aPerson(name))],
      signIn: many.map((name) => aSignIn(name, '10:20')),
    })
    await laptop.does('putOnRota', { session: walk, role: 'backMarker', colleagueId: idFor('Priya'), state: 'yes' })
    await laptop.does('addCompanions', { session: walk, kind: 'guest', number: 1 })
    const { people, leaders, short, secondAdult } = (await rota(laptop)).ratio
    expect({ people, leaders, short, secondAdult }).toEqual({ people: 21, leaders: 1, short: 1, secondAdult: true })
    expect((await laptop.view('register', { sessionId: id }))?.ratio).toEqual({ people, leaders, short, secondAdult })
  })

  test('the planned leader who cannot come counts no more; a swap keeps both lines', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('putOnRota', { session: walk, role: 'leader', colleagueId: idFor('Tom'), state: 'no' })
    expect((await rota(laptop)).ratio).toMatchObject({ leaders: 0, short: 1 })
    const { duties } = await rota(laptop)
    await laptop.does('swapRota', { dutyId: duties[0]?.dutyId ?? '', colleagueId: idFor('Priya') })
    expect((await rota(laptop)).duties.map((one) => [one.name, one.state])).toEqual([
      ['Tom Ashby', 'swapped'],
      ['Priya Nair', 'yes'],
    ])
    expect((await rota(laptop)).ratio).toMatchObject({ leaders: 1, short: 0 })
  })

  test('papers of a colleague that end before the session are said of who comes', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editColleague', { colleagueId: idFor('Tom'), fields: { trainedOn: '2024-05-03', firstAidUntil: '2026-10-21' } })
    expect((await rota(laptop)).duties[0]?.papers).toEqual([{ paper: 'firstAid', state: 'ended', until: '2026-10-21' }])
    expect((await laptop.view('team', null)).colleagues.find((one) => one.name === 'Tom Ashby')?.papers).toEqual({
      phone: null,
      trainedOn: '2024-05-03',
      dbsUntil: null,
      firstAidUntil: '2026-10-21',
    })
  })
})

const calling = async (laptop: Laptop) => (await laptop.view('calling', { sessionId: id }))!
const states = async (laptop: Laptop) => (await calling(laptop)).people.map((row) => [row.name, row.state])

describe('cancel or move, with a list to ring (story 14)', () => {
  test('as planned nobody needs a call; off, everybody expected does, with their phones', async () => {
    const laptop = await laptopWith(known)
    expect(await calling(laptop)).toMatchObject({ asPlanned: true, toRing: 0 })
    await laptop.does('cancelSession', { session: walk, because: 'Ice', reason: 'weather' })
    const view = await calling(laptop)
    expect(view).toMatchObject({ state: 'cancelled', cancelledBecause: 'Ice', cancelledFor: 'weather', toRing: 2, told: 0, came: 0 })
    expect(view.people.map((row) => [row.name, row.phones])).toEqual([
      ['Jean Oakes', ['01632 960 101']],
      ['Ray Oakes', []],
    ])
  })

  test('told and message left are ticks, no answer is a try; nobody changes place', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    await laptop.does('recordSessionCall', { session: walk, personId: jean, how: 'noAnswer' })
    await laptop.does('recordSessionCall', { session: walk, personId: jean, how: 'noAnswer' })
    expect((await calling(laptop)).people[0]).toMatchObject({
      name: 'Jean Oakes',
      state: 'ring',
      tries: 2,
      last: { how: 'noAnswer', by: 'Tom Ashby' },
    })
    const { sessionCallId } = await laptop.does('recordSessionCall', { session: walk, personId: jean, how: 'message' })
    expect(await states(laptop)).toEqual([
      ['Jean Oakes', 'told'],
      ['Ray Oakes', 'ring'],
    ])
    await laptop.does('voidSessionCall', { sessionCallId })
    expect((await calling(laptop)).toRing).toBe(2)
  })

  test('set on again, only who heard that it was off is to ring', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    await laptop.does('recordSessionCall', { session: walk, personId: jean, how: 'spoken' })
    await laptop.does('cancelSession', { session: walk, because: null })
    expect(await states(laptop)).toEqual([
      ['Jean Oakes', 'ring'],
      ['Ray Oakes', 'noNeed'],
    ])
    expect((await calling(laptop)).people[0]?.last).toMatchObject({ current: false })
    await laptop.does('recordSessionCall', { session: walk, personId: jean, how: 'spoken' })
    expect((await calling(laptop)).toRing).toBe(0)
  })

  test('moved indoors it keeps its identity and its register, and everybody is to ring', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('signInPerson', { session: walk, personId: ray })
    await laptop.does('changeSession', { session: walk, venueId: idFor('Hall'), start: '11:00' })
    const view = await calling(laptop)
    expect(view).toMatchObject({ sessionId: id, place: 'Civic Hall', start: '11:00', moved: { place: 'Riversley Park', start: '10:30' }, came: 1 })
    expect(view.people.map((row) => row.name)).toEqual(['Jean Oakes']) // Ray stands there and knows
    expect((await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name)).toEqual(['Ray Oakes'])
  })

  test('cancelled after some had come: they stay, it is flagged, and they are not rung', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await laptop.does('cancelSession', { session: walk, because: 'Thunder', reason: 'weather' })
    expect(await calling(laptop)).toMatchObject({ state: 'cancelledButAttended', came: 1, toRing: 1 })
  })

  test('who waits for a place is rung too; who said they do not come is not; who may not be signed in is not on the list', async () => {
    const laptop = await laptopWith({
      ...known,
      person: [...(known.person ?? []), aPerson('Len Cartwright', { signInBlocked: true })],
      membership: [...(known.membership ?? []), aMembership('Walk and Talk', 'Len Cartwright')],
    })
    await laptop.does('markPerson', { session: walk, personId: dot, state: 'waiting' })
    await laptop.does('markPerson', { session: walk, personId: ray, state: 'apologies' })
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    expect(await states(laptop)).toEqual([
      ['Dot Marlow', 'ring'],
      ['Jean Oakes', 'ring'],
      ['Ray Oakes', 'apologies'],
    ])
    expect((await calling(laptop)).people[0]).toMatchObject({ waiting: true })
  })
})

const line = (personId: string, time = '10:28') => ({ personId, arrivedAt: at(time) })

describe('on paper (story 15)', () => {
  test('a register has short names and a number; what is printed is out until it is ticked off', async () => {
    const laptop = await laptopWith(known)
    const blank = (await laptop.view('registerSheet', { sessionId: id }))!
    expect(blank.lines.map((one) => one.name)).toEqual(['Jean O.', 'Ray O.'])
    expect(blank.nextNumber).toMatch(/^[A-Z]\d{4}$/)
    const { sheetId } = await laptop.does('printSheet', { session: walk, kind: 'register', number: blank.nextNumber })
    const view = (await laptop.view('paper', { sessionId: id }))!
    expect(view.nextNumber).not.toBe(blank.nextNumber)
    expect(view.sheets).toMatchObject([{ sheetId, kind: 'register', number: blank.nextNumber, ended: null, by: 'Tom Ashby' }])
    await laptop.does('endSheet', { sheetId, ended: 'destroyed' })
    expect((await laptop.view('paper', { sessionId: id }))?.sheets[0]).toMatchObject({ ended: 'destroyed' })
  })

  test('the emergency sheet shows the least: a short name, whom to ring, alerts', async () => {
    const laptop = await laptopWith(known)
    expect(await laptop.view('emergencyWho', { sessionId: id, here: false })).toMatchObject({ personIds: [jean, ray], anyHere: false })
    const sheet = (await laptop.view('emergencySheet', { sessionId: id, here: false }))!
    expect(sheet.lines.map(({ name, contacts, alerts }) => [name, contacts, alerts])).toEqual([
      ['Jean O.', [{ name: 'Sue Oakes', phones: ['07700 900 101'] }], ['Inhaler']],
      ['Ray O.', [], []],
    ])
    await laptop.does('signInPerson', { session: walk, personId: dot })
    expect((await laptop.view('emergencySheet', { sessionId: id, here: true }))?.lines.map((one) => one.name)).toEqual(['Dot M.'])
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: ray })
    await laptop.does('leaveEarly', { signInIds: [signInId] })
    expect(await laptop.view('emergencyWho', { sessionId: id, here: true })).toMatchObject({ personIds: [dot] }) // who has left is not here now
  })

  test('keyed in with past times they stand in the register; a second time changes nothing', async () => {
    const laptop = await laptopWith(known)
    const keyed = { session: walk, people: [line(jean), line(ray, '10:40')], newcomers: [{ givenName: 'Bogna', arrivedAt: at('10:41') }], unknown: 1 }
    await laptop.does('keyInPaper', keyed)
    const here = (await laptop.view('register', { sessionId: id }))?.here.map((row) => [row.name, row.arrived])
    expect(here).toEqual([
      ['Bogna', '10:41'],
      ['Ray Oakes', '10:40'],
      ['Jean Oakes', '10:28'],
    ])
    expect(await laptop.view('paper', { sessionId: id })).toMatchObject({ here: 3, unknown: 1 })
    expect(await laptop.run('keyInPaper', keyed)).toEqual({ ok: false, reason: 'alreadyKeyedIn' })
    expect(await laptop.view('paper', { sessionId: id })).toMatchObject({ here: 3, unknown: 1 })
  })

  test('what another laptop signed in meanwhile is not counted again', async () => {
    const laptop = await laptopWith({ ...known, signIn: [aSignIn('Jean Oakes', '10:31') as Entity<'signIn'>] })
    expect(await laptop.does('keyInPaper', { session: walk, people: [line(jean), line(ray)], newcomers: [], unknown: 0 })).toMatchObject({
      signedIn: 1,
      wereIn: 1,
    })
    expect((await laptop.view('register', { sessionId: id }))?.hereCount).toBe(2)
  })
})
