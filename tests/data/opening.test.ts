import { storedKey } from '../../src/renderer/data/storedKey.ts'
import { noChoices } from '../../src/shared/portable/importMembers.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '../../src/shared/std/result.ts'
import { aMembership, aPerson, idFor } from '../support/builders.ts'
import { rowsOf } from '../support/laptop.ts'
import { patience } from '../support/until.ts'
import type { Database } from '../../src/renderer/data/database.ts'
import { Store } from '../../src/renderer/data/store.ts'
import { id, jean, passphrase, pause, Rig, session } from './rig.ts'

/** The door is open before the thousands are read whom its register does not name. */
let rig: Rig
/** Lets the rest be read. */
let goOn: () => void
let waiting: Promise<void>

beforeEach(async () => {
  rig = new Rig()
  rig.office.rows.push(
    ...rowsOf({
      person: [aPerson('Jeanette Fell'), aPerson('Stan Whitmore'), aPerson('Jeam Oates')],
      membership: [aMembership('Walk and Talk', 'Jeam Oates')],
    }),
  )
  await rig.joined()
  await rig.worker.call('remember', `register/${id}`)
  await rig.worker.call('lock')
  waiting = new Promise((resolve) => {
    goOn = resolve
  })
  const { openRest } = Store.prototype
  vi.spyOn(Store.prototype, 'openRest').mockImplementation(async function hold(this: Store) {
    await waiting
    return openRest.call(this)
  })
})
afterEach(async () => {
  goOn()
  await rig.worker.call('lock')
  vi.restoreAllMocks()
})

const search = (text: string) => rig.worker.call('search', { sessionId: id, text }).then((hits) => hits.map((hit) => hit.name))
const isSettled = async (promise: Promise<unknown>) => Promise.race([promise.then(() => true), pause(30).then(() => false)])

describe('coming back to a register', () => {
  test('shows it, finds and signs in its members at once', async () => {
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    const watch = rig.worker.watch('register', { sessionId: id })
    expect(await search('jean oa')).toEqual(['Jean Oakes', 'Jeam Oates'])
    expect(await rig.worker.call('signInBest', { sessionId: id, text: 'oak' })).toEqual(ok({ personId: jean, name: 'Jean Oakes' }))
    await vi.waitFor(() => expect(watch.told.at(-1)).toMatchObject({ knowsAll: false, hereCount: 1, notYetCount: 1 }), patience)
    goOn()
    await vi.waitFor(() => expect(watch.told.at(-1)).toMatchObject({ knowsAll: true, hereCount: 1, notYetCount: 1 }), patience)
    expect(await search('jean')).toEqual(['Jean Oakes', 'Jeanette Fell', 'Jeam Oates'])
  })

  test('never says that nobody is meant, nor who is, before everybody is read', async () => {
    await rig.worker.call('unlock', passphrase)
    const stranger = search('stan')
    const slip = rig.worker.call('signInBest', { sessionId: id, text: 'jeanette' })
    const nobody = search('zelda')
    expect([await isSettled(stranger), await isSettled(slip), await isSettled(nobody)]).toEqual([false, false, false])
    goOn()
    expect([await stranger, await nobody, await slip]).toEqual([
      ['Stan Whitmore'],
      [],
      ok({ personId: idFor('Jeanette Fell'), name: 'Jeanette Fell' }),
    ])
  })

  test('everything that needs everybody waits for them: other acts, other screens, an exchange', async () => {
    await rig.worker.call('unlock', passphrase)
    const sent = rig.host.sent.length
    const note = rig.worker.call('run', 'addNote', { aboutId: jean, text: 'Knee' })
    const plan = rig.worker.ask('importPlan', { csv: 'Name\nStan Whitmore', groupId: session.groupId, choices: noChoices })
    const people = rig.worker.watch('people', { text: '', most: 9 })
    expect([await isSettled(note), await isSettled(plan), people.told.length, rig.host.sent.length - sent]).toEqual([false, false, 0, 0])
    goOn()
    expect((await note).ok).toBe(true)
    expect((await plan)?.rows.length).toBe(1)
    await vi.waitFor(() => expect([people.told.at(-1)?.total, rig.host.sent.length > sent]).toEqual([4, true]), patience)
  })

  test('locked before everybody was read answers what was asked, and opens again', async () => {
    await rig.worker.call('unlock', passphrase)
    const note = rig.worker.call('run', 'addNote', { aboutId: jean, text: 'Knee' })
    await rig.worker.call('lock')
    goOn()
    expect(await note).toEqual(fail('locked'))
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    expect(await rig.here()).toEqual([])
  })

  test('what was written meanwhile is not replaced by what was read before', async () => {
    await rig.worker.call('unlock', passphrase)
    await rig.signIn()
    goOn()
    expect((await rig.worker.call('run', 'editPerson', { personId: jean, fields: { knownAs: 'Jeannie' } })).ok).toBe(true)
    expect(await search('jeannie')).toEqual(['Jeannie Oakes'])
  })

  test('a row of somebody else that cannot be read is found behind the open register, and the store made again', async () => {
    const stan = `person/${idFor('Stan Whitmore')}`
    await rig.worker.call('unlock', passphrase)
    const { db } = (rig.worker as unknown as { worker: { laptop: { store: { db: Database } } } }).worker.laptop.store
    const row = await db.rows.get(storedKey(stan))
    await db.rows.put({ ...row!, box: row!.box.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) })
    expect((await rig.signIn()).ok).toBe(true)
    goOn()
    await vi.waitFor(() => expect(rig.worker.phases.slice(-2).map((one) => one.phase)).toEqual(['rebuilding', 'open']), patience)
    await rig.loaded()
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })
})
