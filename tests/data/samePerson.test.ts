import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/shared/records/index.ts'
import { samePersonIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, which, type Known } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const [jean, jeanne] = [idFor('Jean Oakes'), idFor('Jeanne Oakes')]
const two = { personId: jean, otherId: jeanne }

function contact(of: string, phone: string): Entity<'emergencyContact'> {
  return { id: idFor(`${of} ${phone}`), personId: idFor(of), name: `Contact ${phone}`, phone }
}

const known: Known = {
  group: [aGroup('Walk and Talk')],
  person: [
    aPerson('Jean Oakes', { bornOn: '1950-03-04', alerts: ['Inhaler'] }),
    aPerson('Jeanne Oakes', { bornOn: '1950-03-04', phone: '01632 960 123' }),
    aPerson('Stan Whitmore'),
  ],
  membership: [
    aMembership('Walk and Talk', 'Jean Oakes'),
    aMembership('Walk and Talk', 'Jeanne Oakes'),
    aMembership('Walk and Talk', 'Stan Whitmore'),
  ],
  session: [aSession(walk)],
  emergencyContact: [contact('Jean Oakes', '01632 960001'), contact('Jeanne Oakes', '01632 960002')],
}

const register = (laptop: TestLaptop) => laptop.view('register', { sessionId: sessionId(walk) })
const joins = (laptop: TestLaptop) => laptop.does('answerSamePerson', { ...two, answer: 'same', survivorId: jean })
const names = async (laptop: TestLaptop) => (await laptop.view('people', { text: '', most: 50 })).shown.map((one) => one.name)

describe('[story 18] the same person twice', () => {
  test('joined, they are one on every list: people, register, members, search, counts', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    expect(await names(laptop)).toEqual(['Jean Oakes', 'Stan Whitmore'])
    const open = await register(laptop)
    expect(open?.notYet.map((one) => one.name).sort()).toEqual(['Jean Oakes', 'Stan Whitmore'])
    expect(open?.notYetCount).toBe(2)
    expect((await laptop.view('group', { groupId: idFor('Walk and Talk') }))?.members).toBe(2)
    expect((await laptop.laptop.searchIn({ sessionId: sessionId(walk), text: 'oak' })).map((one) => one.personId)).toEqual([jean])
    expect((await laptop.view('person', { personId: jean }))?.groups).toHaveLength(1)
  })

  test('a screen that was drawn before they were joined signs nobody in twice', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await joins(laptop)
    expect(await laptop.run('signInPerson', { session: walk, personId: jeanne })).toEqual({ ok: false, reason: 'alreadyHere' })
    expect((await register(laptop))?.here.map((one) => one.name)).toEqual(['Jean Oakes'])
  })

  test('they are found by either name, so nobody writes them down once more', async () => {
    const maiden = aPerson('Peggy Thornbury', { bornOn: '1950-03-04' })
    const laptop = await laptopWith({ ...known, person: [...(known.person ?? []), maiden] })
    await laptop.does('answerSamePerson', { personId: jean, otherId: maiden.id, answer: 'same', survivorId: jean })
    const found = await laptop.laptop.searchIn({ sessionId: sessionId(walk), text: 'thornb' })
    expect(found.map((one) => [one.personId, one.name])).toEqual([[jean, 'Jean Oakes']])
  })

  test('conflicting emergency numbers are both kept', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    const person = await laptop.view('person', { personId: jean })
    expect(person?.contacts.map((one) => one.phone.value).sort()).toEqual(['01632 960001', '01632 960002'])
    expect(person?.phone.value).toBe('01632 960 123')
  })

  test('the page of the joined person is that of the one who goes on', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    expect(await laptop.view('person', { personId: jeanne })).toEqual(await laptop.view('person', { personId: jean }))
  })

  test('a sign-in of the joined person that comes later follows, and two sign-ins are one person', async () => {
    const laptop = await laptopWith({ ...known, signIn: [aSignIn('Jeanne Oakes', '10:00')] })
    await laptop.does('signInPerson', { session: walk, personId: jean })
    await joins(laptop)
    const open = await register(laptop)
    expect(open?.here.map((one) => [one.personId, one.signInIds.length])).toEqual([[jean, 2]])
    expect(open?.hereCount).toBe(1)
  })

  test('one key takes it back, and everything is as it was', async () => {
    const laptop = await laptopWith(known)
    const before = await register(laptop)
    await joins(laptop)
    expect((await laptop.laptop.undoLast()).ok).toBe(true)
    expect(await register(laptop)).toEqual(before)
    expect(await names(laptop)).toEqual(['Jean Oakes', 'Jeanne Oakes', 'Stan Whitmore'])
    expect((await laptop.laptop.searchIn({ sessionId: sessionId(walk), text: 'jeanne' }))[0]?.personId).toBe(jeanne)
  })

  test('a restart shows them joined from the first line on', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    await laptop.restart()
    expect(await names(laptop)).toEqual(['Jean Oakes', 'Stan Whitmore'])
    expect((await register(laptop))?.notYetCount).toBe(2)
  })

  test('the newer of two answers stands whole: another answer later shows them apart', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    await laptop.does('answerSamePerson', { ...two, answer: 'notSame', survivorId: null })
    expect(await laptop.sees('samePerson', samePersonIdOf(jean, jeanne))).toMatchObject({ fields: { answer: 'notSame', survivorId: null } })
    expect(await names(laptop)).toHaveLength(3)
    expect((await laptop.laptop.undoLast()).ok).toBe(true)
    expect(await names(laptop)).toHaveLength(2)
  })

  test('who is taken out of a group is out of it under both names', async () => {
    const laptop = await laptopWith(known)
    await joins(laptop)
    await laptop.does('endMembership', { groupId: idFor('Walk and Talk'), personId: jean, endedOn: '2026-10-01' })
    expect((await register(laptop))?.notYet.map((one) => one.name)).toEqual(['Stan Whitmore'])
    expect(await laptop.run('addMember', { groupId: idFor('Walk and Talk'), personId: jean, since: '2026-10-01' })).toMatchObject({ ok: true })
  })

  test('joined after a plan exists on both: both cases are the survivor’s', async () => {
    const episode = (of: string) => ({
      id: idFor(`case of ${of}`),
      personId: idFor(of),
      number: 1,
      openedOn: '2026-01-05',
      byId: idFor('Tom'),
      at: at('10:00'),
    })
    const laptop = await laptopWith({ ...known, episode: [episode('Jean Oakes'), episode('Jeanne Oakes')] as never })
    await joins(laptop)
    expect(laptop.store.memory.linked('episode', 'personId', jean).map((one) => one.personId)).toEqual([jean, jean])
  })

  test('true twins of one address are never joined by themselves; who was called two people is not asked about again', async () => {
    const laptop = await laptopWith(known)
    expect((await laptop.view('pairs', null)).open).toMatchObject([{ because: ['bornOn', 'sound'] }])
    expect(await names(laptop)).toHaveLength(3)
    await laptop.does('answerSamePerson', { ...two, answer: 'notSame', survivorId: null })
    expect((await laptop.view('pairs', null)).open).toEqual([])
  })

  test('later is asked again under later; same stands under joined', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('answerSamePerson', { ...two, answer: 'later', survivorId: null })
    expect(await laptop.view('pairs', null)).toMatchObject({ open: [], later: [{}], joined: [] })
    await joins(laptop)
    expect(await laptop.view('pairs', null)).toMatchObject({ open: [], later: [], joined: [{}] })
    expect(await laptop.view('otherSelves', { personId: jean })).toMatchObject({ joined: [{ name: 'Jeanne Oakes' }] })
  })

  test('side by side each is as they were written down, joined or not, and what differs is named', async () => {
    const laptop = await laptopWith({ ...known, signIn: [aSignIn('Jeanne Oakes', '10:31')] })
    const before = await laptop.view('twoPeople', two)
    expect(before).toMatchObject({ differs: ['name'], proposed: jeanne, said: null })
    expect(before?.sides[1]?.sessions).toEqual([{ group: 'Walk and Talk', date: walk.date }])
    await joins(laptop)
    const after = await laptop.view('twoPeople', two)
    expect(after?.sides).toEqual(before?.sides)
    expect(after?.said).toMatchObject({ answer: 'same', survivorId: jean })
  })

  test('nobody is joined to themselves, to nobody, or under a third name; a facilitator says nothing', async () => {
    const laptop = await laptopWith(known)
    const same = { answer: 'same' as const, survivorId: jean }
    expect(await laptop.run('answerSamePerson', { personId: jean, otherId: jean, ...same })).toMatchObject({ reason: 'badInput' })
    expect(await laptop.run('answerSamePerson', { ...two, answer: 'same', survivorId: idFor('Stan Whitmore') })).toMatchObject({ reason: 'badInput' })
    expect(await laptop.run('answerSamePerson', { personId: jean, otherId: idFor('nobody'), ...same })).toMatchObject({ reason: 'noSuchPerson' })
    const facilitator = await laptopWith(known, { role: 'facilitator' })
    expect(await facilitator.run('answerSamePerson', { ...two, ...same })).toMatchObject({ reason: 'notAllowed' })
  })
})
