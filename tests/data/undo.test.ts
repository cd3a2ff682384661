import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, aSession, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    person: [aPerson('Jean Oakes')],
    membership: [aMembership('Walk and Talk', 'Jean Oakes')],
    session: [aSession(session)],
  })
})
const undo = () => laptop.laptop.undoLast()
const register = async () => (await laptop.view('register', { sessionId: id }))!
const here = async () => (await register()).here.map((row) => [row.name, row.left])

describe('the last act', () => {
  test('a sign-in is taken back, by name', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    expect([await undo(), await here()]).toEqual([{ ok: true, value: { command: 'signInPerson', subjects: ['Jean Oakes', 'Walk and Talk'] } }, []])
  })

  test('a taking back is taken back', async () => {
    const { signInId } = await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    expect([await undo(), await here()]).toEqual([expect.objectContaining({ ok: true }), [['Jean Oakes', null]]])
  })

  test('a taking back restores only what it took back, not what somebody else had', async () => {
    const first = await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('voidSignIns', { signInIds: [first.signInId], because: 'wrong Jean' })
    const second = await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('voidSignIns', { signInIds: [first.signInId, second.signInId] })
    await undo()
    expect((await register()).here.map((row) => row.signInIds)).toEqual([[second.signInId]])
  })

  test('somebody new is gone with person, membership and sign-in', async () => {
    await laptop.does('addSomeoneNew', { session, givenName: 'Prakash', member: true })
    expect(await undo()).toMatchObject({
      ok: true,
      value: { command: 'addSomeoneNew', subjects: ['Prakash', 'Walk and Talk'] },
    })
    expect([await here(), (await register()).notYet.map((row) => row.name), (await laptop.view('people', { text: '', most: 9 })).total]).toEqual([
      [],
      ['Jean Oakes'],
      1,
    ])
  })

  test('a leaving is taken back, and an earlier leaving stays', async () => {
    const first = await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('10:50')
    await laptop.does('leaveEarly', { signInIds: [first.signInId] })
    laptop.ports.set('11:20')
    const second = await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('11:40')
    await laptop.does('leaveEarly', { signInIds: [first.signInId, second.signInId] })
    expect(await here()).toEqual([['Jean Oakes', '11:40']])
    await undo()
    expect([await here(), (await laptop.sees('signIn', first.signInId))?.fields['leftAt'], (await register()).here[0]?.twice]).toEqual([
      [['Jean Oakes', null]],
      at('10:50'),
      false,
    ])
  })

  test('a coming back is taken back to the time they had left', async () => {
    const { signInId } = await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('10:50')
    await laptop.does('leaveEarly', { signInIds: [signInId] })
    laptop.ports.set('11:30')
    await laptop.does('comeBack', { signInIds: [signInId] })
    await undo()
    expect(await here()).toEqual([['Jean Oakes', '10:50']])
  })

  test('a coming back on a closed register can be taken back, too', async () => {
    const { signInId } = await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('leaveEarly', { signInIds: [signInId] })
    await laptop.does('closeSession', { session })
    await laptop.does('comeBack', { signInIds: [signInId], because: 'was at the café' })
    expect((await undo()).ok).toBe(true)
  })

  test('a head count is taken back and the one before holds', async () => {
    await laptop.does('recordHeadCount', { session, moment: 'out', counted: 0, missingIds: [] })
    laptop.ports.set('10:45')
    await laptop.does('recordHeadCount', { session, moment: 'out', counted: 9, missingIds: [] })
    expect([await undo(), (await register()).headCounts.map((count) => count.counted)]).toEqual([
      { ok: true, value: { command: 'recordHeadCount', subjects: ['Walk and Talk'] } },
      [0],
    ])
  })

  test('a closing is opened again, with a note that says so', async () => {
    await laptop.does('closeSession', { session, summary: 'A heron' })
    expect([await undo(), (await register()).closed]).toEqual([expect.objectContaining({ ok: true }), null])
    expect((await laptop.view('closing', { sessionId: id }))?.notes.map((note) => note.text)).toEqual(['Closed by mistake'])
  })

  test('is found step by step, and then there is nothing left', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('addSomeoneNew', { session, givenName: 'Prakash', member: false })
    expect([await undo(), await undo(), await undo()].map((done) => done.ok && ('command' in done.value ? done.value.command : 'nothing'))).toEqual([
      'addSomeoneNew',
      'signInPerson',
      'nothing',
    ])
    expect(await here()).toEqual([])
  })

  test('is not what another laptop did', async () => {
    expect(await undo()).toEqual({ ok: true, value: { nothing: true } })
  })

  test('that somebody else has undone meanwhile is said so, and the one before is next', async () => {
    await laptop.does('addSomeoneNew', { session, givenName: 'Prakash', member: false })
    const { signInId } = await laptop.does('signInPerson', { session, personId: jean })
    await laptop.does('voidSignIns', { signInIds: [signInId] })
    await undo()
    expect([await undo(), (await undo()).ok]).toEqual([{ ok: true, value: expect.objectContaining({ command: 'signInPerson' }) as object }, true])
  })

  test('can still be taken back when the disk had no room for it the first time', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    laptop.host.journalTrouble = 'diskFull'
    expect(await undo()).toEqual({ ok: false, reason: 'diskFull' })
    laptop.host.journalTrouble = null
    expect([(await undo()).ok, await here()]).toEqual([true, []])
  })

  test('is one of the last fifty', async () => {
    for (let person = 0; person < 55; person++) await laptop.does('addSomeoneNew', { session, givenName: `Walker ${person}`, member: false })
    let undone = 0
    for (let done = await undo(); done.ok && 'command' in done.value; done = await undo()) undone++
    expect([undone, (await register()).hereCount]).toEqual([50, 5])
  })

  test('is forgotten with the keys', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.restart()
    expect(await undo()).toEqual({ ok: true, value: { nothing: true } })
  })
})
