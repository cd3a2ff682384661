import { forceCloseDatabase } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { attendanceOf } from '../../src/shared/rules/attendance.ts'
import { aGroup, aPerson, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const session = which('Walk and Talk')
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith({ group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes'), aPerson('Ray Oakes')] })
})
const here = async () => (await laptop.view('register', { sessionId: sessionId(session) }))?.here.map((row) => row.name)
const signIn = (personId: string) => laptop.run('signInPerson', { session, personId })
const pending = async () => (await laptop.view('status', null)).pending

describe('[SY1] a tick', () => {
  test('is drawn after the journal and the store have it, in that order', async () => {
    const { host, store } = laptop
    const commit = store.commitSealed.bind(store)
    store.commitSealed = async (batch) => {
      host.happened.push('store')
      await commit(batch)
      host.happened.push('committed')
    }
    laptop.laptop.onChanged = () => host.happened.push('shown')
    await signIn(jean)
    expect(host.happened).toEqual(['journal 1-2', 'store', 'shown', 'committed'])
    expect((await store.db.changes.toArray()).map((entry) => [entry.sequence, entry.state])).toEqual([
      [1, 'pending'],
      [2, 'pending'],
    ])
  })

  test('is not drawn when the disk is full: nothing is written, nothing is shown, and it says why', async () => {
    laptop.host.journalTrouble = 'diskFull'
    expect(await signIn(jean)).toEqual({ ok: false, reason: 'diskFull' })
    expect([await here(), await laptop.store.db.changes.count(), await laptop.view('status', null)]).toEqual([
      [],
      0,
      expect.objectContaining({ pending: 0, notSaved: 'diskFull' }),
    ])
  })

  test('comes with the next attempt when there is room again, and the warning goes', async () => {
    laptop.host.journalTrouble = 'diskFull'
    await signIn(jean)
    laptop.host.journalTrouble = null
    expect((await signIn(jean)).ok).toBe(true)
    expect([await here(), await laptop.view('status', null)]).toEqual([['Jean Oakes'], expect.objectContaining({ pending: 2, notSaved: null })])
  })

  test('is not drawn when the journal breaks for another reason', async () => {
    laptop.host.journalTrouble = 'failed'
    expect(await signIn(jean)).toEqual({ ok: false, reason: 'notSaved' })
  })
})

describe('what is in the journal and the store refused', () => {
  test('is not called done, and still counted as waiting', async () => {
    const mend = laptop.storeRefuses()
    expect(await signIn(jean)).toEqual({ ok: false, reason: 'notSaved' })
    mend()
    expect([await here(), await laptop.view('status', null)]).toEqual([[], expect.objectContaining({ pending: 2, notSaved: 'notSaved' })])
  })

  test('comes back by itself with the next write', async () => {
    const mend = laptop.storeRefuses()
    await signIn(jean)
    mend()
    await signIn(ray)
    expect([(await here())?.sort(), await pending(), laptop.store.state.nextSequence]).toEqual([
      ['Jean Oakes', 'Ray Oakes'],
      3, // Jean is filed before Ray, who then finds the session made
      4,
    ])
  })

  test('comes back after a restart', async () => {
    laptop.storeRefuses()
    await signIn(jean)
    await laptop.restart()
    expect([laptop.replayed, await here(), await pending()]).toEqual([2, ['Jean Oakes'], 2])
  })

  test('never shares its number or its stamp with what is written next, though the clock stands still', async () => {
    laptop.ports.set('08:00') // behind what it has seen
    const mend = laptop.storeRefuses()
    await laptop.run('editPerson', { personId: jean, fields: { practice: 'Larkfield' } })
    await laptop.run('editPerson', { personId: jean, fields: { practice: 'Hazel Court' } })
    mend()
    await laptop.run('editPerson', { personId: jean, fields: { practice: 'Bede Gate' } })
    const changes = await Promise.all((await laptop.store.db.changes.toArray()).map((entry) => laptop.store.changeOf(entry)))
    const stamps = changes.map((change) => change.stamp)
    expect([new Set(stamps).size, [...stamps].sort(), changes.map((change) => change.sequence)]).toEqual([3, stamps, [1, 2, 3]])
    expect((await laptop.view('person', { personId: jean }))?.practice).toBe('Bede Gate')
  })

  test('[full disk] is written once, however often it is tried again, and the answer is that of the first time', async () => {
    const mend = laptop.storeRefuses()
    for (let time = 0; time < 3; time++) expect((await signIn(jean)).ok).toBe(false)
    const someone = { session, givenName: 'Prakash', member: false } as const
    for (let time = 0; time < 2; time++) expect((await laptop.run('addSomeoneNew', someone)).ok).toBe(false)
    mend()
    const added = await laptop.does('addSomeoneNew', someone)
    const signIns = await laptop.store.linked('signIn', 'sessionId', sessionId(session))
    expect([(await here())?.sort(), signIns.length, signIns.some((one) => one.personId === added.personId)]).toEqual([
      ['Jean Oakes', 'Prakash'],
      2,
      true,
    ])
    expect(await signIn(jean)).toEqual({ ok: false, reason: 'alreadyHere' })
  })

  test('[full disk] does not stand for an act that the journal refused too: that one is tried afresh', async () => {
    const mend = laptop.storeRefuses()
    await signIn(jean)
    laptop.host.journalTrouble = 'diskFull'
    expect((await signIn(ray)).ok).toBe(false)
    laptop.host.journalTrouble = null
    mend()
    expect((await signIn(ray)).ok).toBe(true)
    expect([(await here())?.sort(), laptop.host.journal.length]).toEqual([['Jean Oakes', 'Ray Oakes'], 2])
  })

  test('is not lost when the store refuses for a whole walk', async () => {
    const mend = laptop.storeRefuses()
    for (let walk = 0; walk < 5; walk++) await laptop.run('addSomeoneNew', { session, givenName: `Walker ${walk}`, member: false })
    mend()
    await signIn(ray)
    expect((await here())?.length).toBe(6)
  })
})

describe('[full disk] a store that could not write', () => {
  test('has the host give its reserve up, and is asked once more: the tick is drawn', async () => {
    const mend = laptop.storeRefuses()
    laptop.store.makeRoom = async () => {
      mend() // what was set aside is room enough
      return laptop.host.makeRoom()
    }
    expect((await signIn(jean)).ok).toBe(true)
    expect([await here(), laptop.host.happened]).toEqual([['Jean Oakes'], ['journal 1-2', 'asked for room']])
  })

  test('says that the disk is full, whatever the browser calls it', async () => {
    laptop.host.freeBytes = 1024
    laptop.storeRefuses()
    expect(await signIn(jean)).toEqual({ ok: false, reason: 'diskFull' })
    expect((await laptop.view('status', null)).notSaved).toBe('diskFull')
  })

  test('is opened again when the browser has closed it, and sign-ins go on in the same session', async () => {
    forceCloseDatabase(laptop.store.db.backendDB() as never)
    expect((await signIn(jean)).ok).toBe(true)
    for (let time = 0; time < 5; time++) {
      forceCloseDatabase(laptop.store.db.backendDB() as never)
      expect((await laptop.run('addSomeoneNew', { session, givenName: `Walker ${time}`, member: false })).ok).toBe(true)
    }
    expect((await here())?.length).toBe(6)
  })

  test('refuses in words while it cannot even be opened, and has everything once there is space', async () => {
    const mend = laptop.storeRefuses()
    await signIn(jean) // in the journal by now
    const { db } = laptop.store
    const open = db.open.bind(db)
    db.open = () => Promise.reject(new Error('Internal error opening backing store for indexedDB.open.')) as never
    forceCloseDatabase(db.backendDB() as never)
    laptop.host.freeBytes = 0
    expect([await signIn(ray), await signIn(ray)]).toEqual(Array(2).fill({ ok: false, reason: 'diskFull' }))
    mend()
    db.open = open
    laptop.host.freeBytes = 100e9
    expect((await signIn(ray)).ok).toBe(true)
    expect([(await here())?.sort(), await pending()]).toEqual([['Jean Oakes', 'Ray Oakes'], 3]) // the session and the two of them
  })

  test('is not opened again once it was locked', async () => {
    const { store } = laptop
    await laptop.laptop.close()
    await store.exclusive(async () => {})
    expect(store.db.isOpen()).toBe(false)
  })
})

describe('one write at a time', () => {
  test('two sign-ins of the same person at once are one, and the second is told', async () => {
    const done = await Promise.all([signIn(jean), signIn(jean)])
    expect([done.map((one) => (one.ok ? 'in' : one.reason)), await here()]).toEqual([['in', 'alreadyHere'], ['Jean Oakes']])
  })

  test('forty at once are forty, numbered without holes', async () => {
    const done = await Promise.all(
      Array.from({ length: 40 }, (_, at) => laptop.run('addSomeoneNew', { session, givenName: `Walker ${at}`, member: true })),
    )
    const sequences = (await laptop.store.db.changes.toArray()).map((entry) => entry.sequence)
    expect([done.every((one) => one.ok), (await here())?.length, sequences]).toEqual([
      true,
      40,
      Array.from({ length: sequences.length }, (_, at) => at + 1),
    ])
  })

  test('a write that fails does not hold up the next', async () => {
    laptop.host.journalAppend = async () => {
      throw new Error('the port is gone')
    }
    await expect(signIn(jean)).rejects.toThrow('the port is gone')
    laptop.host.journalAppend = async () => ({ ok: true, value: null })
    expect((await signIn(ray)).ok).toBe(true)
  })

  test('a second sign-in of one person on another laptop that had not heard is kept, and counted once', async () => {
    const other = await laptopWith({ group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes')] }, { name: 'Nisha' })
    await signIn(jean)
    await other.does('signInPerson', { session, personId: jean })
    const changes = await Promise.all((await other.store.db.changes.toArray()).map((entry) => other.store.changeOf(entry)))
    await laptop.exchange()
    laptop.surgery.tells(...changes)
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: sessionId(session) })
    expect([register?.hereCount, register?.here.map((row) => [row.name, row.signInIds.length, row.twice])]).toEqual([1, [['Jean Oakes', 2, true]]])
  })
})

describe('what is asked for', () => {
  test('is refused when the form should not have let it through', async () => {
    expect(await laptop.run('signInPerson', { session, personId: 'jean' })).toEqual({ ok: false, reason: 'badInput' })
  })

  test('is refused when the role may not, and nothing of it is written', async () => {
    const facilitator = await laptopWith({ group: [aGroup('Walk and Talk')] }, { role: 'facilitator' })
    expect(await facilitator.run('createVenue', { fields: { name: 'Park' } })).toEqual({
      ok: false,
      reason: 'notAllowed',
    })
    expect([facilitator.host.journal.length, facilitator.store.own.size]).toEqual([0, 0])
  })

  test('is judged by the role that the surgery told last', async () => {
    const demoted = await laptopWith({ colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'facilitator' }] }, { role: 'lead' })
    expect(await demoted.run('createVenue', { fields: { name: 'Park' } })).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('loses what PostgreSQL would not take, so that a pasted note is not held for ever', async () => {
    const { noteId } = await laptop.does('addNote', { aboutId: jean, text: 'Knee\0 better \ud83d' })
    expect((await laptop.sees('note', noteId))?.fields['text']).toBe('Knee better \ufffd')
  })

  test('that changes nothing writes nothing', async () => {
    expect(await laptop.run('undoImport', { people: [], memberships: [], endedOn: '2026-10-22' })).toEqual({
      ok: true,
      value: null,
    })
    expect(laptop.host.journal).toEqual([])
  })
})

describe('a clock that is wrong', () => {
  test('signs in to the session that was chosen, and never gives an earlier stamp', async () => {
    await signIn(jean)
    laptop.ports.set('10:32', '2025-10-22')
    await signIn(ray)
    laptop.ports.set('10:32', '1965-01-01')
    await laptop.does('addSomeoneNew', { session, givenName: 'Prakash', member: false })
    const changes = await Promise.all((await laptop.store.db.changes.toArray()).map((entry) => laptop.store.changeOf(entry)))
    const stamps = changes.map((change) => change.stamp)
    expect([[...stamps].sort(), (await laptop.store.linked('signIn', 'sessionId', sessionId(session))).length]).toEqual([stamps, 3])
  })

  test('that was moved by the surgery does not hide this laptop’s own later edit', async () => {
    const slow = (change: { stamp: string }) => change.stamp.replace(/^[^.]+/, Date.parse(at('11:31')).toString(36).padStart(9, '0'))
    laptop.surgery.effective = slow // the laptop is an hour slow
    await laptop.run('editPerson', { personId: jean, fields: { practice: 'Larkfield', phone: '01632 960001' } })
    await laptop.exchange()
    await laptop.run('editPerson', { personId: jean, fields: { practice: 'Bede Gate', phone: '01632 960002' } })
    const person = await laptop.view('person', { personId: jean })
    expect([person?.practice, person?.phone.value, person?.phone.versions.length]).toEqual(['Bede Gate', '01632 960002', 1])
  })
})

test('attendance is of persons, whoever wrote which sign-in first', async () => {
  const { signInId } = await laptop.does('signInPerson', { session, personId: jean })
  await laptop.does('voidSignIns', { signInIds: [signInId] })
  await laptop.does('signInPerson', { session, personId: jean })
  const signIns = await laptop.store.linked('signIn', 'sessionId', sessionId(session))
  expect([signIns.length, attendanceOf(signIns).map((one) => [one.state, one.standing.length])]).toEqual([2, [['here', 1]]])
})
