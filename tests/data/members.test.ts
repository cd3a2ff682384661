import { describe, expect, test } from 'vitest'
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
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')

/** A sign-in some weeks before that Thursday. */
const came = (person: string, weeksAgo: number, more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> => {
  const date = addDays(thursday, -7 * weeksAgo)
  return aSignIn(person, '10:30', {
    id: idFor(`${person} ${date}`),
    sessionId: sessionId(which('Walk and Talk', date)),
    arrivedAt: at('10:30', date),
    ...more,
  })
}
const held = (weeksAgo: number) => aSession(which('Walk and Talk', addDays(thursday, -7 * weeksAgo)))
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

describe('the order of who is not yet here', () => {
  const regular: Known = {
    session: [held(1), held(2), held(3), held(4)],
    signIn: [came('Ray Oakes', 1), came('Ray Oakes', 2), came('Jean Oakes', 2), came('Jean Oakes', 3), came('Nisha Kaur', 4)],
  }

  test('is most regular first, then by family name', async () => {
    const laptop = await open(regular)
    expect(names((await register(laptop)).notYet)).toEqual(['Jean Oakes', 'Ray Oakes', 'Nisha Kaur'])
  })

  test('does not jump while people are signed in, undone and edited', async () => {
    const laptop = await open(regular)
    const order = async () => names((await register(laptop)).notYet)
    const { signInId } = await laptop.does('signInPerson', { session: walk, personId: idFor('Prakash') })
    const before = await order()
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    await laptop.does('editPerson', { personId: jean, fields: { practice: 'Larkfield' } })
    await laptop.exchange()
    expect([before, (await order()).slice(0, 3)]).toEqual([
      ['Jean Oakes', 'Ray Oakes', 'Nisha Kaur'],
      ['Jean Oakes', 'Ray Oakes', 'Nisha Kaur'],
    ])
  })

  test('of two people with the same name is the same before and after an exchange and a restart', async () => {
    const twins = ['Jean Oakes', 'Twin'].map((word) => ({ ...aPerson('Jean Oakes'), id: idFor(word) }))
    const laptop = await laptopWith({
      ...known,
      person: twins,
      membership: [aMembership('Walk and Talk', 'Twin'), aMembership('Walk and Talk', 'Jean Oakes')],
    })
    const order = async () => (await register(laptop)).notYet.map((row) => row.personId)
    const before = await order()
    for (const personId of [before[0]!, before[1]!]) {
      await laptop.does('endMembership', { groupId: walk.groupId, personId, endedOn: '2030-01-01' })
      expect(await order()).toEqual(before)
    }
    await laptop.exchange()
    expect(await order()).toEqual(before)
    await laptop.restart()
    expect(await order()).toEqual(before)
  })

  test.each([
    ['Jean Oakes', { kind: 'came', times: 2, of: 4 }, [came('Jean Oakes', 1), came('Jean Oakes', 3)]],
    ['Jean Oakes', { kind: 'came', times: 2, of: 4 }, [came('Jean Oakes', 2), came('Jean Oakes', 3)]],
    ['Jean Oakes', { kind: 'missed', times: 2, since: '2024-01-04' }, [came('Jean Oakes', 3)]],
    ['Jean Oakes', { kind: 'member', since: '2024-01-04' }, []],
  ])('%s: %j', async (name, hint, signIn) => {
    const laptop = await open({
      session: [held(1), held(2), held(3), held(4)],
      signIn: [...signIn, ...[1, 2, 3, 4].map((week) => came('Prakash', week))],
    })
    expect((await register(laptop)).notYet.find((row) => row.name === name)?.hint).toEqual(hint)
  })

  test('does not count a session to which nobody came, nor one before they joined', async () => {
    const laptop = await open({
      membership: [aMembership('Walk and Talk', 'Jean Oakes', { since: addDays(thursday, -14) })],
      session: [held(1), held(2), held(3), aSession(which('Walk and Talk', addDays(thursday, -28)), { cancelledBecause: 'Ice' })],
      signIn: [came('Jean Oakes', 1), came('Prakash', 2), came('Prakash', 3)],
    })
    expect((await register(laptop)).notYet[0]?.hint).toEqual({ kind: 'came', times: 1, of: 2 })
  })

  test('forgets nothing of what it counted when an old sign-in is undone or added', async () => {
    const laptop = await open({
      session: [held(1), held(2)],
      signIn: [came('Jean Oakes', 1), came('Jean Oakes', 2), came('Prakash', 1), came('Prakash', 2)],
    })
    const hint = async () => (await register(laptop)).notYet.find((row) => row.personId === jean)?.hint
    expect(await hint()).toEqual({ kind: 'came', times: 2, of: 2 })
    await laptop.does('voidSignIns', { signInIds: [came('Jean Oakes', 1).id] })
    expect(await hint()).toEqual({ kind: 'came', times: 1, of: 2 })
    laptop.surgery.tells(
      aChange(
        'signIn',
        came('Jean Oakes', 1).id,
        { voidedBecause: null },
        { stamp: stampAt('10:50', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') },
      ),
    )
    await laptop.exchange()
    expect(await hint()).toEqual({ kind: 'came', times: 2, of: 2 })
  })
})

describe('who belongs', () => {
  test('to another group is searched, named as such, and comes without joining', async () => {
    const laptop = await open({ membership: [aMembership('Pain Café', 'Prakash')] })
    const [hit] = await laptop.laptop.searchIn({ sessionId: id, text: 'pra' })
    expect(hit?.hint).toEqual({ kind: 'otherGroup', group: 'Pain Café' })
    await laptop.does('signInPerson', { session: walk, personId: idFor('Prakash') })
    expect([
      (await register(laptop)).hereCount,
      (await register(laptop)).notYetCount,
      (await register(laptop, which('Pain Café'))).notYetCount,
    ]).toEqual([1, 0, 1])
  })

  test('to two groups is on both lists, and here only where they are', async () => {
    const laptop = await open({
      membership: [aMembership('Walk and Talk', 'Jean Oakes'), aMembership('Pain Café', 'Jean Oakes')],
    })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect([names((await register(laptop)).here), names((await register(laptop, which('Pain Café'))).notYet)]).toEqual([
      ['Jean Oakes'],
      ['Jean Oakes'],
    ])
    expect((await register(laptop)).here[0]?.isNew).toBe(true)
  })

  test('past registers do not change when somebody joins or leaves later (peers 3, scenario 17)', async () => {
    const past = which('Walk and Talk', addDays(thursday, -7))
    const laptop = await open({ session: [held(1)], signIn: [came('Ray Oakes', 1)] })
    const before = await register(laptop, past)
    await laptop.does('addMember', { groupId: walk.groupId, personId: idFor('Prakash'), since: thursday })
    await laptop.does('endMembership', { groupId: walk.groupId, personId: jean, endedOn: thursday })
    const after = await register(laptop, past)
    expect([names(after.notYet), names((await register(laptop)).notYet).sort()]).toEqual([
      names(before.notYet),
      ['Nisha Kaur', 'Prakash', 'Ray Oakes'],
    ])
    expect((await laptop.view('closing', { sessionId: sessionId(past) }))?.notRecorded.map((one) => one.name)).toEqual(['Nisha Kaur', 'Jean Oakes'])
  })

  test('the lists follow each membership and each removal at once', async () => {
    const laptop = await open()
    const count = async () => [(await laptop.view('today', null)).sessions[0]?.expected, (await register(laptop)).notYetCount]
    expect(await count()).toEqual([3, 3])
    await laptop.does('addMember', { groupId: walk.groupId, personId: idFor('Prakash'), since: thursday })
    expect(await count()).toEqual([4, 4])
    await laptop.does('editPerson', { personId: jean, fields: { removedBecause: 'moved away' } })
    expect(await count()).toEqual([3, 3])
    laptop.surgery.tells(
      aChange(
        'membership',
        aMembership('Walk and Talk', 'Ray Oakes').id,
        { endedOn: thursday },
        { stamp: stampAt('10:50', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') },
      ),
    )
    await laptop.exchange()
    expect(await count()).toEqual([2, 2])
  })

  test('somebody who joins today is on today’s list', async () => {
    const laptop = await open()
    await laptop.does('addMember', { groupId: walk.groupId, personId: idFor('Prakash'), since: thursday })
    expect(names((await register(laptop)).notYet)).toContain('Prakash')
  })
})

describe('two slots on one day', () => {
  const two = aGroup('Walk and Talk', { schedule: [aSlot(), aSlot({ slot: 2, start: '14:00', end: '15:00' })] })
  const afternoon = which('Walk and Talk', thursday, 2)

  test('are two registers', async () => {
    const laptop = await open({ group: [two] })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect([names((await register(laptop)).here), names((await register(laptop, afternoon)).here)]).toEqual([['Jean Oakes'], []])
  })

  test('somebody who came this morning is not new this afternoon', async () => {
    const laptop = await open({ group: [two] })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await laptop.does('signInPerson', { session: afternoon, personId: jean })
    expect([(await register(laptop)).here[0]?.isNew, (await register(laptop, afternoon)).here[0]?.isNew]).toEqual([true, false])
  })

  test('after the morning comes the afternoon', async () => {
    const laptop = await open({ group: [two] })
    expect((await laptop.view('closing', { sessionId: id }))?.next).toBe(thursday)
    expect((await laptop.view('closing', { sessionId: sessionId(afternoon) }))?.next).toBe('2026-10-29')
  })
})
