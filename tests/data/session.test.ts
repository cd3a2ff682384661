import { describe, expect, test } from 'vitest'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const [jean, ray, nisha] = [idFor('Jean Oakes'), idFor('Ray Oakes'), idFor('Nisha Kaur')]
const people = [aPerson('Jean Oakes'), aPerson('Ray Oakes'), aPerson('Nisha Kaur')]
const known = {
  group: [aGroup('Walk and Talk', { capacity: 2 })],
  person: people,
  membership: people.map((one) => aMembership('Walk and Talk', [one.givenName, one.familyName].join(' '))),
}
const open = () => laptopWith(known)
const register = async (laptop: Awaited<ReturnType<typeof open>>) => (await laptop.view('register', { sessionId: sessionId(walk) }))!

describe('story 4: the register', () => {
  test('told before, absent, not recorded are three things; marking the rest overwrites none of them', async () => {
    const laptop = await open()
    await laptop.does('markPerson', { session: walk, personId: jean, state: 'apologies', words: 'bad back' })
    await laptop.does('signInPerson', { session: walk, personId: ray })
    expect((await register(laptop)).notRecordedCount).toBe(1)
    const { markIds } = await laptop.does('markRestAbsent', { session: walk })
    expect(markIds).toHaveLength(1)
    const marks = (await register(laptop)).notYet.map((row) => [row.personId, row.mark?.state, row.mark?.words])
    expect(marks).toEqual(
      expect.arrayContaining([
        [jean, 'apologies', 'bad back'],
        [nisha, 'absent', null],
      ]),
    )
    expect(await laptop.run('markRestAbsent', { session: walk })).toEqual({ ok: false, reason: 'nothingChanged' })
    await laptop.laptop.undoLast()
    expect((await register(laptop)).notRecordedCount).toBe(1)
  })

  test('a sign-in is stronger than a mark, and who is here cannot be marked absent', async () => {
    const laptop = await open()
    await laptop.does('markPerson', { session: walk, personId: jean, state: 'absent' })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect((await register(laptop)).here.map((row) => row.personId)).toEqual([jean])
    expect(await laptop.run('markPerson', { session: walk, personId: jean, state: 'apologies' })).toEqual({ ok: false, reason: 'alreadyHere' })
  })

  test('signed in to the wrong session: moved with its time, once here and no longer there', async () => {
    const other = which('Pain Café')
    const laptop = await laptopWith({ ...known, group: [...known.group, aGroup('Pain Café', { counts: false })] })
    const { signInId } = await laptop.does('signInPerson', { session: other, personId: jean })
    await laptop.does('moveSignIns', { signInIds: [signInId], to: walk })
    expect((await register(laptop)).here.map((row) => [row.personId, row.arrived])).toEqual([[jean, '10:31']])
    expect((await laptop.view('register', { sessionId: sessionId(other) }))!.hereCount).toBe(0)
  })

  test('full is said and never a block; a free place goes to who has waited longest', async () => {
    const laptop = await open()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await laptop.does('addCompanions', { session: walk, withId: jean, kind: 'guest', number: 1 })
    await laptop.does('markPerson', { session: walk, personId: nisha, state: 'waiting' })
    const full = await register(laptop)
    expect([full.capacity, full.heads.people + full.heads.others, full.waiting.map((one) => one.personId)]).toEqual([2, 2, [nisha]])
    expect((await laptop.run('signInPerson', { session: walk, personId: ray })).ok).toBe(true)
  })

  test('told before and put away: signing in asks, blocked says nothing of why', async () => {
    const laptop = await open()
    await laptop.does('editPerson', { personId: jean, fields: { archivedOn: '2026-01-01' } })
    await laptop.does('editPerson', { personId: ray, fields: { signInBlocked: true, blockedBecause: 'deceased' } })
    expect(await laptop.run('signInPerson', { session: walk, personId: jean })).toEqual({ ok: false, reason: 'archived' })
    expect(await laptop.run('signInPerson', { session: walk, personId: ray })).toEqual({ ok: false, reason: 'speakToTeam' })
  })
})

describe('story 9: the café', () => {
  test('is the same session in a second place; who joins only there is no head of the walk', async () => {
    const laptop = await open()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await laptop.does('signInPerson', { session: walk, personId: ray, part: 'cafe' })
    await laptop.does('changeSession', { session: walk, cafeAt: at('11:40'), drinks: 2, quizTheme: 'Local history' })
    const { cafe, here } = await register(laptop)
    expect(cafe).toMatchObject({ at: '11:40', drinks: 2, quizTheme: 'Local history' })
    expect(here.filter((row) => row.cafeOnly).map((row) => row.personId)).toEqual([ray])
    const count = await laptop.view('headCount', { sessionId: sessionId(walk) })
    expect(count?.expected.map((row) => row.personId)).toEqual([jean])
  })
})

describe('the alarm for the team', () => {
  test('shows an hour after the end, on this laptop at once, and goes when the register is closed', async () => {
    const laptop = await open()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect(await laptop.view('alarms', null)).toEqual([])
    laptop.ports.time = Date.parse(at('13:02'))
    expect(await laptop.view('alarms', null)).toMatchObject([{ group: 'Walk and Talk', end: '12:00', onThisLaptop: true }])
    await laptop.does('recordHeadCount', { session: walk, moment: 'back', counted: 1, missingIds: [] })
    expect(await laptop.view('alarms', null)).toEqual([])
    await laptop.does('recordHeadCount', { session: walk, moment: 'back', counted: 0, missingIds: [jean] })
    expect(await laptop.view('alarms', null)).toHaveLength(1)
    await laptop.does('closeSession', { session: walk, mismatchReason: 'went home' })
    expect(await laptop.view('alarms', null)).toEqual([])
  })

  test('shows on the laptop of another leader of the group, who was not there', async () => {
    const group = [aGroup('Walk and Talk', { facilitatorIds: [idFor('Sam')] })]
    const other = await laptopWith({ group, session: [aSession(walk, { startedAt: at('10:31') })] }, { role: 'facilitator', name: 'Sam' })
    other.ports.time = Date.parse(at('13:02'))
    expect(await other.view('alarms', null)).toMatchObject([{ sessionId: sessionIdOf(walk.groupId, walk.date, 1), onThisLaptop: true }])
  })
})
