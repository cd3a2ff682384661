import { noChoices } from '../../src/shared/portable/importMembers.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '../../src/shared/std/result.ts'
import type { Database } from '../../src/renderer/data/database.ts'
import { until } from '../support/until.ts'
import { id, jean, passphrase, pause, Rig, session } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = new Rig()
  await rig.start()
})
afterEach(async () => {
  await rig.worker.call('lock')
  vi.useRealTimers()
})

describe('locking', () => {
  beforeEach(async () => {
    await rig.join()
    await rig.loaded()
  })

  test('forgets keys and token, answers nothing, and says where to come back to', async () => {
    await rig.worker.call('remember', 'people')
    await rig.worker.call('lock')
    expect([rig.worker.phase, rig.host.token]).toEqual([{ phase: 'locked', waitMs: 0, returnTo: 'people' }, null])
    expect([
      await rig.signIn(),
      await rig.worker.call('search', { sessionId: id, text: 'jean' }),
      await rig.worker.ask('goTo', { text: 'jean' }),
      await rig.worker.call('undoLast'),
      await rig.worker.call('signInBest', { sessionId: id, text: 'jean' }),
    ]).toEqual([fail('locked'), [], null, fail('locked'), fail('locked')])
    expect(await rig.worker.ask('importPlan', { csv: '', groupId: session.groupId, choices: noChoices })).toBe(null)
  })

  test('finishes the write under way', async () => {
    const writing = rig.signIn()
    await rig.worker.call('lock')
    expect((await writing).ok).toBe(true)
    await rig.worker.call('unlock', passphrase)
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test('that comes while the laptop opens, as it goes to sleep, still locks it', async () => {
    await rig.worker.call('lock')
    const opening = rig.worker.call('unlock', passphrase)
    rig.worker.hostSays('lockNow')
    await opening
    await until(() => rig.worker.phase?.phase === 'locked')
    expect([rig.worker.phase?.phase, rig.host.token]).toEqual(['locked', null])
  })

  test('twice is locking once', async () => {
    await Promise.all([rig.worker.call('lock'), rig.worker.call('lock')])
    expect(rig.worker.phases.filter((phase) => phase.phase === 'locked').length).toBe(1)
  })

  test('tells no view afterwards, and tells them all again after the next unlock', async () => {
    const watch = rig.worker.watch('people', { text: '', most: 9 })
    await until(() => watch.told.length > 0)
    const before = watch.told.length
    await rig.worker.call('lock')
    await pause(30)
    expect(watch.told.length).toBe(before)
    await rig.worker.call('unlock', passphrase)
    await until(() => watch.told.length !== before)
    expect(watch.told.at(-1)?.shown.map((row) => row.name)).toEqual(['Jean Oakes'])
  })

  test('with an exchange under way breaks nothing, and what it sent is sent again', async () => {
    await rig.signIn()
    const releases: (() => void)[] = []
    rig.office.meanwhile = () =>
      new Promise((resolve) => {
        releases.push(resolve)
      })
    await rig.worker.call('sendNow')
    await until(() => releases.length > 0)
    await rig.worker.call('lock')
    for (const release of releases) release()
    rig.office.meanwhile = async () => {}
    await pause(20)
    await rig.worker.call('unlock', passphrase)
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test.each([
    ['at a desk', false, 5],
    ['at the door', true, 15],
  ])('happens by itself when nobody touches it %s', async (_where, atTheDoor, minutes) => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await rig.start()
    await rig.worker.call('unlock', passphrase)
    await rig.worker.call('active', atTheDoor)
    rig.ports.time += minutes * 60_000 - 1_000
    vi.advanceTimersByTime(10_000)
    await pause(30)
    expect(rig.worker.phase?.phase).toBe('open')
    rig.ports.time += 2_000
    vi.advanceTimersByTime(10_000)
    await until(() => rig.worker.phase?.phase === 'locked')
  })

  test('happens by itself although the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await rig.start()
    await rig.worker.call('unlock', passphrase)
    rig.ports.time -= 365 * 86_400_000
    vi.advanceTimersByTime(10_000) // the look at which it sees that time went back
    await pause(30)
    rig.ports.time += 6 * 60_000
    vi.advanceTimersByTime(10_000)
    await until(() => rig.worker.phase?.phase === 'locked')
  })
})

describe('what a laptop has, however its disk behaves', () => {
  const db = () => (rig.worker as unknown as { worker: { laptop: { store: { db: Database } } } }).worker.laptop.store.db

  beforeEach(async () => {
    await rig.join()
    await rig.loaded()
    rig.office.trouble = 'offline'
    await rig.signIn()
  })

  test('a store with a broken row is set aside and made again from the journal, and says so meanwhile', async () => {
    const rows = await db().rows.toArray()
    await db().rows.bulkPut(rows.map((row) => ({ ...row, box: row.box.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) })))
    await rig.worker.call('saveDraft', 'someoneNew/x', '{"givenName":"Jo"}')
    await rig.start()
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    expect(rig.worker.phases.map((phase) => phase.phase)).toEqual(['locked', 'rebuilding', 'open'])
    expect((await rig.worker.call('drafts', [])).map((draft) => draft.text)).toEqual(['{"givenName":"Jo"}']) // what is typed goes along
    expect(await rig.worker.call('run', 'addNote', { aboutId: jean, text: 'Knee' })).toMatchObject({ ok: true })
    rig.office.trouble = null
    await rig.worker.call('sendNow')
    await rig.loaded()
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test('a store that is gone is made again from the journal', async () => {
    const { name } = db()
    await rig.start()
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = reject
    })
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    rig.office.trouble = null
    await rig.worker.call('sendNow')
    await rig.loaded()
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test('one frame of the journal that cannot be read does not keep the laptop shut, nor cost the store', async () => {
    rig.host.journal.push({ firstSequence: 90, lastSequence: 90, frame: new Uint8Array(60) })
    await rig.start()
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    expect([rig.worker.phases.map((phase) => phase.phase), await rig.here()]).toEqual([['locked', 'open'], ['Jean Oakes']])
  })
})
