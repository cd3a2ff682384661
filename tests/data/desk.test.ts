import 'fake-indexeddb/auto'
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addressOf } from '../../src/renderer/data/desk.ts'
import { openSealed } from '../../src/server/escrow.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { aGroup, aMembership, aPerson, idFor, sessionId, which } from '../support/builders.ts'
import { MemoryHost, rowsOf, ScriptedSurgery, TestDesk, TestPorts } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const passphrase = 'four plain words here'
const server = 'https://gather.example'
let joined = 0

/** A surgery that enrols, keeps the sealed key and gives it back. */
class Office extends ScriptedSurgery {
  readonly device = idFor(`desk ${++joined}`)
  escrow: string | null = null
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  answerAll: MemoryHost['network'] = async (request) => {
    if (this.trouble) return fail(this.trouble)
    const body = request.body as { code?: string; sealed?: string } | undefined
    if (request.path === '/enrol') return body?.code === 'GOOD' ? ok(this.enrolment()) : fail('wrongCode')
    if (request.path === '/recover') return body?.code === 'NEW' && this.escrow ? ok({ key: this.deviceKey().toString('base64') }) : fail('codeExpired')
    if (request.path === '/escrow') { this.escrow = body?.sealed ?? null; return ok({}) }
    if (request.path === '/codes') return ok({ code: 'ABCD', expiresAt: '2026-10-23T10:00:00Z' })
    return this.answer(request)
  }

  deviceKey(): Buffer {
    return openSealed(this.keys.privateKey as KeyObject, this.escrow ?? '')
  }

  private enrolment() {
    return {
      device: this.device, token: 'secret token', team: { id: idFor('team'), name: 'Nuneaton North' }, colleague: { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
      recoveryKey: this.keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }
  }
}

let host: MemoryHost
let office: Office
let desk: TestDesk
let ports: TestPorts

beforeEach(async () => {
  host = new MemoryHost()
  office = new Office()
  office.rows = rowsOf({ group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes')], membership: [aMembership('Walk and Talk', 'Jean Oakes')] })
  host.network = office.answerAll
  ports = new TestPorts()
  desk = new TestDesk(host, ports)
  await desk.start()
})
afterEach(async () => {
  await desk.call('lock')
  vi.useRealTimers()
})

const join = (more = {}) => desk.call('join', { server, code: 'GOOD', deviceName: 'Tom’s laptop', passphrase, ...more })
/** The app is started again: what is on disk is there, what was in memory is gone. */
const startAgain = async () => {
  await desk.call('lock')
  desk = new TestDesk(host, ports)
  await desk.start()
}
const loaded = async () => {
  for (let tries = 0; tries < 200 && !(await desk.call('goTo', { text: 'walk' })).length; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
}
const signIn = () => desk.call('run', 'signInPerson', { session, personId: jean })
const here = async () => {
  const watch = desk.watch('register', { sessionId: id })
  for (let tries = 0; tries < 200 && watch.told.length === 0; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
  desk.unwatch(watch.number)
  return watch.told.at(-1)?.here.map((row) => row.name)
}

describe('joining', () => {
  test('a fresh laptop says that it is new, and opens with a code, no screen in between', async () => {
    expect(await join()).toEqual(ok(null))
    expect(desk.phases).toEqual([{ phase: 'new' }, { phase: 'open', returnTo: null }])
    expect(host.token).toBe('secret token')
  })

  test.each([
    ['weakPassphrase', { passphrase: 'short' }], ['weakPassphrase', { passphrase: '              ' }], ['notAddress', { server: 'http://gather.example' }],
    ['notAddress', { server: 'not an address' }], ['wrongCode', { code: 'BAD' }],
  ])('with %s goes nowhere and leaves no key behind: %j', async (reason, wrong) => {
    expect(await join(wrong)).toEqual(fail(reason))
    expect([host.keys, desk.phase]).toEqual([null, { phase: 'new' }])
  })

  test('without a network says so', async () => {
    office.trouble = 'offline'
    expect(await join()).toEqual(fail('offline'))
  })

  test('gives the team a copy of its key that only the team can open, when there is a network', async () => {
    await join()
    for (let tries = 0; tries < 100 && !office.escrow; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
    expect(office.deviceKey().length).toBe(32)
    expect(host.keys).not.toContain(office.deviceKey().toString('base64'))
  })

  test('leaves nothing in the key file that says whose laptop it is', async () => {
    await join()
    for (const word of ['Tom', 'Ashby', 'Nuneaton', 'secret token', passphrase]) expect(host.keys).not.toContain(word)
  })

  test('a laptop that has joined cannot join over its own keys: what it has not sent could never be read again', async () => {
    await join()
    await loaded()
    await signIn()
    await expect(join()).rejects.toThrow()
    await startAgain()
    await desk.call('unlock', passphrase)
    expect(await here()).toEqual(['Jean Oakes'])
  })
})

describe('addresses', () => {
  test.each([
    ['gather.example', 'https://gather.example'], [' https://gather.example/ ', 'https://gather.example'], ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/x', 'http://localhost:8787'], ['http://[::1]:8787', 'http://[::1]:8787'], ['http://gather.example', null], ['http://127.0.0.1.evil.example', null],
    ['ftp://gather.example', null], ['javascript:alert(1)', null], ['', null], ['   ', null],
  ])('%j is %j', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })
})

describe('unlocking', () => {
  beforeEach(async () => {
    await join()
    await loaded()
  })

  test('needs the passphrase and no network, and comes back at the same place', async () => {
    await signIn()
    await desk.call('remember', `register/${id}`)
    office.trouble = 'offline'
    await startAgain()
    expect(desk.phase).toEqual({ phase: 'locked', waitMs: 0, returnTo: null })
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    expect([desk.phase, await here()]).toEqual([{ phase: 'open', returnTo: `register/${id}` }, ['Jean Oakes']])
  })

  test('takes the passphrase as people type it: spaces around it, accents composed or not', async () => {
    await startAgain()
    expect(await desk.call('unlock', `  ${passphrase} `)).toEqual(ok(null))
  })

  test('with a wrong passphrase waits 1, 2, 4 … 60 s, for ever, and over restarts', async () => {
    await startAgain()
    const waits: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      expect(await desk.call('unlock', 'something else entirely')).toEqual(fail('wrongPassphrase'))
      waits.push((desk.phase as { waitMs: number }).waitMs)
      expect(await desk.call('unlock', passphrase)).toEqual(fail('wait'))
      await startAgain()
      expect((desk.phase as { waitMs: number }).waitMs).toBe(waits.at(-1))
      ports.time += waits.at(-1)! + 1
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('never locks anybody out: after a hundred wrong tries the right one opens', async () => {
    await startAgain()
    for (let attempt = 0; attempt < 100; attempt++) {
      await desk.call('unlock', 'something else entirely')
      ports.time += 60_001
    }
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('a clock set back does not make anybody wait for years', async () => {
    await startAgain()
    await desk.call('unlock', 'something else entirely')
    ports.time -= 365 * 86_400_000
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('forgets the wrong tries once it was right', async () => {
    await startAgain()
    await desk.call('unlock', 'something else entirely')
    ports.time += 1_001
    await desk.call('unlock', passphrase)
    await startAgain()
    await desk.call('unlock', 'something else entirely')
    expect((desk.phase as { waitMs: number }).waitMs).toBe(1_000)
  })

  test('guessing many at once is guessing one after the other', async () => {
    await startAgain()
    const tries = await Promise.all([desk.call('unlock', 'guess number one'), desk.call('unlock', 'guess number two'), desk.call('unlock', passphrase)])
    expect(tries).toEqual([fail('wrongPassphrase'), fail('wait'), fail('wait')])
  })

  test('pressed twice opens one laptop: two on one store would number their changes alike', async () => {
    await startAgain()
    expect(await Promise.all([desk.call('unlock', passphrase), desk.call('unlock', passphrase)])).toEqual([ok(null), ok(null)])
    expect(desk.phases.filter((phase) => phase.phase === 'open').length).toBe(1)
  })

  test('with the keyring gone says so, and a code mends it without losing what was not sent', async () => {
    office.trouble = 'offline'
    await signIn()
    await startAgain()
    host.share = createHash('sha256').update('another keyring').digest()
    expect(await desk.call('unlock', passphrase)).toEqual(fail('keyringLost'))
    expect((desk.phase as { waitMs: number }).waitMs).toBe(0)
    office.trouble = null
    expect(await desk.call('recover', { code: 'NEW', passphrase: 'five other plain words here' })).toEqual(ok(null))
    expect(await here()).toEqual(['Jean Oakes'])
  })

  test('with the keyring only silent today opens tomorrow', async () => {
    await startAgain()
    const { share } = host
    host.share = null
    expect(await desk.call('unlock', passphrase)).toEqual(fail('keyringLost'))
    host.share = share
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })
})

describe('a laptop without a keyring', () => {
  test('stands on its passphrase alone', async () => {
    host.share = null
    await join()
    await startAgain()
    expect([await desk.call('unlock', 'something else entirely'), (JSON.parse(host.keys ?? '{}') as { share: unknown }).share]).toEqual([fail('wrongPassphrase'), null])
    ports.time += 1_001
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })
})

describe('a forgotten passphrase', () => {
  beforeEach(async () => {
    await join()
    await loaded()
    office.trouble = 'offline'
    await signIn()
    await startAgain()
    office.trouble = null
  })

  test('is mended with a code from the lead, and nothing unsent is lost', async () => {
    expect(await desk.call('recover', { code: ' NEW ', passphrase: 'five other plain words here' })).toEqual(ok(null))
    expect(await here()).toEqual(['Jean Oakes'])
    await startAgain()
    expect(await desk.call('unlock', passphrase)).toEqual(fail('wrongPassphrase'))
    ports.time += 1_001
    expect(await desk.call('unlock', 'five other plain words here')).toEqual(ok(null))
  })

  test('is not mended by a wrong code, a weak passphrase, or without a network', async () => {
    expect(await desk.call('recover', { code: 'OLD', passphrase: 'five other plain words here' })).toEqual(fail('codeExpired'))
    expect(await desk.call('recover', { code: 'NEW', passphrase: 'short' })).toEqual(fail('weakPassphrase'))
    office.trouble = 'offline'
    expect(await desk.call('recover', { code: 'NEW', passphrase: 'five other plain words here' })).toEqual(fail('offline'))
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
  })
})

describe('locking', () => {
  beforeEach(async () => {
    await join()
    await loaded()
  })

  test('forgets keys and token, answers nothing, and says where to come back to', async () => {
    await desk.call('remember', 'people')
    await desk.call('lock')
    expect([desk.phase, host.token]).toEqual([{ phase: 'locked', waitMs: 0, returnTo: 'people' }, null])
    expect([await signIn(), await desk.call('search', { sessionId: id, text: 'jean' }), await desk.call('goTo', { text: 'jean' }), await desk.call('undoLast'), await desk.call('signInBest', { sessionId: id, text: 'jean' })])
      .toEqual([fail('locked'), [], [], fail('locked'), fail('locked')])
    await expect(desk.call('planImport', { csv: '', groupId: session.groupId, columns: null })).rejects.toThrow()
  })

  test('finishes the write under way', async () => {
    const writing = signIn()
    await desk.call('lock')
    expect((await writing).ok).toBe(true)
    await desk.call('unlock', passphrase)
    expect(await here()).toEqual(['Jean Oakes'])
  })

  test('that comes while the laptop opens, as it goes to sleep, still locks it', async () => {
    await desk.call('lock')
    const opening = desk.call('unlock', passphrase)
    desk.hostSays('lockNow')
    await opening
    for (let tries = 0; tries < 100 && desk.phase?.phase !== 'locked'; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
    expect([desk.phase?.phase, host.token]).toEqual(['locked', null])
  })

  test('twice is locking once', async () => {
    await Promise.all([desk.call('lock'), desk.call('lock')])
    expect(desk.phases.filter((phase) => phase.phase === 'locked').length).toBe(1)
  })

  test('tells no view afterwards, and tells them all again after the next unlock', async () => {
    const watch = desk.watch('people', { text: '', most: 9 })
    for (let tries = 0; tries < 100 && watch.told.length === 0; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
    const before = watch.told.length
    await desk.call('lock')
    await new Promise((resolve) => { setTimeout(resolve, 30) })
    expect(watch.told.length).toBe(before)
    await desk.call('unlock', passphrase)
    for (let tries = 0; tries < 100 && watch.told.length === before; tries++) await new Promise((resolve) => { setTimeout(resolve, 5) })
    expect(watch.told.at(-1)?.shown.map((row) => row.name)).toEqual(['Jean Oakes'])
  })

  test('with an exchange under way breaks nothing, and what it sent is sent again', async () => {
    await signIn()
    let release = () => {}
    office.meanwhile = () => new Promise((resolve) => { release = resolve })
    await desk.call('sendNow')
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    await desk.call('lock')
    release()
    office.meanwhile = async () => {}
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    await desk.call('unlock', passphrase)
    expect(await here()).toEqual(['Jean Oakes'])
  })

  test.each([['at a desk', false, 5], ['at the door', true, 15]])('happens by itself when nobody touches it %s', async (_where, atTheDoor, minutes) => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await startAgain()
    await desk.call('unlock', passphrase)
    await desk.call('active', atTheDoor)
    const look = async () => {
      vi.advanceTimersByTime(10_000)
      await new Promise((resolve) => { setTimeout(resolve, 30) })
      return desk.phase?.phase
    }
    ports.time += minutes * 60_000 - 1_000
    expect(await look()).toBe('open')
    ports.time += 2_000
    expect(await look()).toBe('locked')
  })

  test('happens by itself although the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await startAgain()
    await desk.call('unlock', passphrase)
    ports.time -= 365 * 86_400_000
    for (let look = 0; look < 2; look++) {
      vi.advanceTimersByTime(10_000)
      await new Promise((resolve) => { setTimeout(resolve, 30) })
      ports.time += 6 * 60_000
    }
    expect(desk.phase?.phase).toBe('locked')
  })
})

describe('what a laptop has, however its disk behaves', () => {
  const db = () => (desk as unknown as { worker: { laptop: { store: { db: import('../../src/renderer/data/database.ts').Database } } } }).worker.laptop.store.db

  beforeEach(async () => {
    await join()
    await loaded()
    office.trouble = 'offline'
    await signIn()
  })

  test('a store with a broken row is set aside and made again from the journal, and says so meanwhile', async () => {
    const rows = await db().rows.toArray()
    await db().rows.bulkPut(rows.map((row) => ({ ...row, box: row.box.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) })))
    await startAgain()
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    expect(desk.phases.map((phase) => phase.phase)).toEqual(['locked', 'rebuilding', 'open'])
    expect(await desk.call('run', 'addNote', { aboutId: jean, text: 'Knee' })).toMatchObject({ ok: true })
    office.trouble = null
    await desk.call('sendNow')
    await loaded()
    expect(await here()).toEqual(['Jean Oakes'])
  })

  test('a store that is gone is made again from the journal', async () => {
    const { name } = db()
    await startAgain()
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = reject
    })
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    office.trouble = null
    await desk.call('sendNow')
    await loaded()
    expect(await here()).toEqual(['Jean Oakes'])
  })

  test('one frame of the journal that cannot be read does not keep the laptop shut, nor cost the store', async () => {
    host.journal.push({ firstSequence: 90, lastSequence: 90, frame: new Uint8Array(60) })
    await startAgain()
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    expect([desk.phases.map((phase) => phase.phase), await here()]).toEqual([['locked', 'open'], ['Jean Oakes']])
  })
})
