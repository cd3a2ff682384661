import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, aSession, aSignIn, aSlot, idFor, sessionId, thursday, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')

const people = ['Jean Oakes', 'Ray Oakes', 'Nisha Kaur', 'Prakash']
const known: Known = {
  group: [
    aGroup('Walk and Talk', { venueId: idFor('Park'), leaderId: idFor('Tom') }),
    aGroup('Pain Café', { counts: false, schedule: [aSlot({ start: '14:00', end: '15:00' })] }),
  ],
  venue: [{ id: idFor('Park'), name: 'Riversley Park', meetingPoint: 'Bandstand' }],
  colleague: [
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
    { id: idFor('Nisha'), name: 'Nisha Shah', role: 'facilitator' },
  ],
  person: people.map((name) => aPerson(name)),
  membership: people.slice(0, 3).map((name) => aMembership('Walk and Talk', name)),
}
const open = (more: Known = {}, whose = {}) => laptopWith({ ...known, ...more }, whose)
const register = async (laptop: TestLaptop, of = walk) => (await laptop.view('register', { sessionId: sessionId(of) }))!
const names = (rows: { name: string }[]) => rows.map((row) => row.name)

describe('a register that nobody has touched', () => {
  test('is all there from the weekly rule, offline', async () => {
    const laptop = await open()
    expect(await register(laptop)).toEqual({
      sessionId: id,
      knowsAll: true,
      which: walk,
      groupId: idFor('Walk and Talk'),
      group: 'Walk and Talk',
      date: thursday,
      start: '10:30',
      end: '12:00',
      place: 'Riversley Park',
      meetingPoint: 'Bandstand',
      leader: 'Tom Ashby',
      counts: true,
      closed: null,
      cancelledBecause: null,
      state: 'planned',
      here: [],
      hereCount: 0,
      leftCount: 0,
      notYetCount: 3,
      headCounts: [],
      template: 'walk',
      companionKinds: ['guest', 'carer', 'child', 'assistanceDog', 'unknown'],
      companions: [],
      heads: { people: 0, others: 0, babies: 0, assistanceDogs: 0 },
      capacity: null,
      waiting: [],
      notRecordedCount: 3,
      maybeSame: [],
      twoPeople: [],
      cafe: { at: null, place: null, venueId: null, drinks: null, quizTheme: null },
      checks: ['route', 'weather', 'surface', 'secondAdult', 'kit', 'phoneCharged', 'riskCheck'].map((check) => ({ check, done: false })),
      ratio: { leaders: 1, people: 0, short: 0, secondAdult: false },
      notYet: ['Nisha Kaur', 'Jean Oakes', 'Ray Oakes'].map((name) => ({
        personId: idFor(name),
        name,
        alerts: [],
        noPhoto: false,
        isNew: true,
        introduced: null,
        undone: null,
        mark: null,
        hint: { kind: 'member', since: '2024-01-04' },
        missing: ['birth', 'phone', 'postcode', 'practice', 'emergencyContact'],
      })),
    })
  })

  test('is not there for a session nobody knows', async () => {
    const laptop = await open()
    expect(await laptop.view('register', { sessionId: idFor('nothing') })).toBeNull()
  })

  test('becomes "no register" when its end has passed, and never while it runs', async () => {
    const laptop = await open()
    laptop.ports.set('11:59')
    expect((await register(laptop)).state).toBe('planned')
    laptop.ports.set('12:01')
    expect((await register(laptop)).state).toBe('noRegister')
  })
})

describe('who is here', () => {
  test('is drawn newest first, with who left at the end', async () => {
    const laptop = await open()
    for (const [name, time] of [
      ['Jean Oakes', '10:31'],
      ['Ray Oakes', '10:32'],
      ['Prakash', '10:33'],
    ] as const) {
      laptop.ports.set(time)
      await laptop.does('signInPerson', { session: walk, personId: idFor(name) })
    }
    const { here } = await register(laptop)
    laptop.ports.set('11:00')
    await laptop.does('leaveEarly', { signInIds: here[0]!.signInIds })
    const after = await register(laptop)
    expect([names(here), names(after.here), after.here[2]?.left, after.hereCount, after.leftCount, after.notYetCount, after.state]).toEqual([
      ['Prakash', 'Ray Oakes', 'Jean Oakes'],
      ['Ray Oakes', 'Jean Oakes', 'Prakash'],
      '11:00',
      2,
      1,
      1,
      'running',
    ])
  })

  test('says who recorded it, when that was not me', async () => {
    const laptop = await open({
      session: [aSession(walk)],
      signIn: [aSignIn('Jean Oakes', '10:29', { byId: idFor('Nisha') }), aSignIn('Ray Oakes', '10:30')],
    })
    expect((await register(laptop)).here.map((row) => [row.name, row.arrived, row.by])).toEqual([
      ['Ray Oakes', '10:30', null],
      ['Jean Oakes', '10:29', 'Nisha'],
    ])
  })

  test('shows alerts, no photo and what is missing on the row', async () => {
    const laptop = await open({
      person: [
        aPerson('Jean Oakes', {
          alerts: ['Inhaler'],
          photo: 'no',
          bornOn: null,
          phone: '01632 960001',
          practice: 'Larkfield',
          address: { postcode: 'CV11' },
        }),
      ],
      emergencyContact: [{ id: idFor('Karen'), personId: jean, name: 'Karen', phone: '07700 900001' }],
    })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect((await register(laptop)).here[0]).toMatchObject({
      alerts: ['Inhaler'],
      noPhoto: true,
      missing: [],
      isNew: true,
    })
    await laptop.does('editEmergencyContact', { contactId: idFor('Karen'), fields: { removedBecause: 'moved away' } })
    expect((await register(laptop)).here[0]?.missing).toEqual(['emergencyContact'])
  })

  test('who left and came again is one person and not called signed in twice', async () => {
    const laptop = await open()
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: jean })
    laptop.ports.set('10:50')
    await laptop.does('leaveEarly', { signInIds: [signInId] })
    laptop.ports.set('11:20')
    await laptop.does('signInPerson', { session: walk, personId: jean })
    const { here, hereCount, leftCount } = await register(laptop)
    expect([hereCount, leftCount, here.map((row) => [row.arrived, row.left, row.twice])]).toEqual([1, 0, [['10:31', null, false]]])
  })

  test('who was signed in on two laptops is one row that says so; undoing one leaves the other', async () => {
    const [toms, nishas] = [aSignIn('Jean Oakes', '10:31'), aSignIn('Jean Oakes', '10:33', { byId: idFor('Nisha') })]
    const laptop = await open({ session: [aSession(walk)], signIn: [toms, nishas] })
    expect((await register(laptop)).here.map((row) => [row.arrived, row.twice, row.signInIds])).toEqual([['10:31', true, [toms.id, nishas.id]]])
    await laptop.does('voidSignIns', { signInIds: [toms.id] })
    expect((await register(laptop)).here.map((row) => [row.arrived, row.twice, row.by])).toEqual([['10:33', false, 'Nisha']])
  })

  test('who was undone is back on the list, with the fact', async () => {
    const laptop = await open()
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: jean })
    laptop.ports.set('10:40')
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    const { here, notYet, notYetCount, state } = await register(laptop)
    expect([here, notYet.find((row) => row.personId === jean)?.undone, notYetCount, state]).toEqual([[], { at: '10:40', by: 'Tom' }, 3, 'planned'])
  })

  test('who is no member and was undone does not vanish, but is not counted as expected', async () => {
    const laptop = await open()
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: idFor('Prakash') })
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    const { notYet, notYetCount } = await register(laptop)
    expect([names(notYet), notYet.at(-1)?.hint, notYetCount]).toEqual([['Nisha Kaur', 'Jean Oakes', 'Ray Oakes', 'Prakash'], { kind: 'noGroup' }, 3])
  })

  test('who was removed since stays on the register they came to, and leaves the list', async () => {
    const laptop = await open()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await laptop.does('editPerson', { personId: jean, fields: { removedBecause: 'moved away' } })
    await laptop.does('editPerson', { personId: idFor('Ray Oakes'), fields: { removedBecause: 'moved away' } })
    const { here, notYet } = await register(laptop)
    expect([names(here), names(notYet)]).toEqual([['Jean Oakes'], ['Nisha Kaur']])
  })
})

describe('closing and cancelling on the register', () => {
  test('say when and who', async () => {
    const laptop = await open()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    laptop.ports.set('12:05')
    await laptop.does('closeSession', { session: walk })
    expect(await register(laptop)).toMatchObject({ state: 'closed', closed: { at: '12:05', by: 'Tom Ashby' } })
    await laptop.does('cancelSession', { session: walk, because: 'Ice' })
    expect(await register(laptop)).toMatchObject({ state: 'cancelledButAttended', cancelledBecause: 'Ice' })
  })

  test('a cancelled session to which nobody came is cancelled', async () => {
    const laptop = await open({ session: [aSession(walk, { cancelledBecause: 'Ice' })] })
    expect((await register(laptop)).state).toBe('cancelled')
  })

  test('of an unplanned session made here work like any other', async () => {
    const laptop = await open()
    const extra = which('Walk and Talk', '2026-10-23', 0)
    expect(await laptop.view('register', { sessionId: sessionId(extra) })).toBeNull()
    await laptop.does('changeSession', { session: extra, start: '18:00', end: '19:00' })
    await laptop.does('signInPerson', { session: extra, personId: jean })
    expect(await register(laptop, extra)).toMatchObject({
      start: '18:00',
      end: '19:00',
      date: '2026-10-23',
      hereCount: 1,
    })
  })
})

describe('a big register', () => {
  let laptop: TestLaptop
  beforeEach(async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `Person Number${String(at).padStart(4, '0')}`)
    laptop = await open({
      person: many.map((name) => aPerson(name)),
      membership: many.map((name) => aMembership('Walk and Talk', name)),
    })
  })

  test('lists 300 and counts all', async () => {
    const { notYet, notYetCount } = await register(laptop)
    expect([notYet.length, notYetCount, notYet[0]?.name]).toEqual([300, 1_000, 'Person Number0000'])
  })
})
