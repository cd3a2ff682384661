import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Phase } from '../../src/renderer/workerLink/contract.ts'
import type { QuestionAnswer } from '../../src/renderer/workerLink/questions.ts'
import { actInWords } from '../../src/renderer/words/actInWords.ts'
import { heldActInWords } from '../../src/renderer/words/officeWords.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { ok } from '../../src/shared/std/result.ts'
import { words } from '../ui/words.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { Database } from '../../src/renderer/data/database.ts'
import { readStore, writeStore } from '../support/disk.ts'
import { allSent, joinedLaptop, newLaptop, passphrase, until } from '../support/workers.ts'
import type { MemoryHost, TestWorker } from '../support/laptop.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { releaseHeld } from '../../src/server/held.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'

const groupId = idFor('Walk and Talk')
const session = { groupId, date: thursday, slot: 1 }
const sessionId = sessionIdOf(groupId, thursday, 1)
const jean = idFor('Jean Oakes')
let time = Date.parse(at('10:31'))
let surgery: Surgery
const open: TestWorker[] = []

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
})
afterAll(async () => {
  for (const worker of open) await worker.call('lock')
  await surgery.close()
})
beforeEach(async () => {
  for (const worker of open.splice(0)) await worker.call('lock')
  await surgery.empty()
  time = Date.parse(at('10:31'))
})

/** @param behindMs how slow its clock is */
async function workerOf(colleague: string, behindMs = 0): Promise<{ worker: TestWorker; host: MemoryHost }> {
  const { worker, host } = await joinedLaptop(surgery, colleague, () => time - behindMs)
  open.push(worker)
  return { worker, host }
}

/** As which device the laptop's key file says it goes on. */
const deviceIn = (host: MemoryHost) => (JSON.parse(host.keys ?? '{}') as { device: string }).device
const write = (drafts: Parameters<typeof writeAsServer>[4]) =>
  surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'office', drafts, time))
const groupFor = (facilitatorIds: string[]) => [
  {
    record: 'group',
    row: groupId,
    fields: { name: 'Walk and Talk', schedule: [aSlot()], counts: true, state: 'running', facilitatorIds },
  } as never,
  { record: 'person', row: jean, fields: { givenName: 'Jean', familyName: 'Oakes' } } as never,
]

const rowOf = async (record: string, id: string) =>
  (
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ body: { fields: Record<string, unknown> } }>('select body from record_row where team = $1 and record = $2 and id = $3', [
        surgery.team,
        record,
        id,
      ]),
    )
  )[0]?.body.fields

describe('the alarm for the team', () => {
  test('reaches the laptop of a leader of other groups, who can then ring: the place, the leader, and nothing of the register', async () => {
    await write(groupFor([]))
    const { worker } = await workerOf(surgery.lead)
    await until(worker, 'register', { sessionId }, (register) => register !== null)
    await worker.call('signInBest', { sessionId, text: 'jean' })
    await allSent(worker)
    const { worker: other } = await workerOf(await surgery.hire('facilitator', 'Sam'))
    time = Date.parse(at('13:02'))
    const alarms = await until(other, 'alarms', null, (all) => all.length > 0)
    expect(alarms).toMatchObject([{ sessionId, group: 'Walk and Talk', onThisLaptop: false }])
    await worker.call('run', 'closeSession', { session, note: 'All home' })
    await worker.call('sendNow')
    await until(other, 'alarms', null, (all) => all.length === 0)
    expect((await until(other, 'register', { sessionId }, () => true))?.hereCount).toBe(0)
  })
})

describe('the sample team', () => {
  test('its lock screen says the passphrase, over a restart too; that of a real team never does', async () => {
    const sample = await openSurgery({ kind: 'memory', now: () => time, sample: true })
    const laptop = await newLaptop(sample, () => time)
    const joined = await laptop.worker.call('trySample', { server: 'https://gather.example', as: 'linkWorker' })
    if (!joined.ok) throw new Error(joined.reason)
    expect(await until(laptop.worker, 'me', null, (me) => me !== null)).toMatchObject({ name: 'Grace Mbeki', role: 'linkWorker' }) // as who one asked to be
    for (const worker of [laptop.worker, await laptop.restart()]) {
      await worker.call('lock')
      expect(worker.phase).toMatchObject({ phase: 'locked', sample: joined.value.passphrase })
      expect(await worker.call('unlock', joined.value.passphrase)).toEqual(ok(null))
    }
    await laptop.worker.call('lock')
    await sample.close()
    const { worker } = await workerOf(surgery.lead)
    await worker.call('lock')
    expect(worker.phase).not.toHaveProperty('sample')
  })
})

describe('a laptop and its surgery', () => {
  test('join, load, work without a network, lock, and meet again', async () => {
    await write(groupFor([]))
    const { worker, host } = await workerOf(surgery.lead)
    await until(worker, 'register', { sessionId }, (register) => register !== null)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    expect((await worker.call('signInBest', { sessionId, text: 'jean' })).ok).toBe(true)
    await worker.call('run', 'addNote', { aboutId: jean, text: 'Knee\0 better' })
    await worker.call('lock')
    expect(worker.phase).toMatchObject({ phase: 'locked' } satisfies Partial<Phase>)
    host.send = send
    expect(await worker.call('unlock', passphrase)).toEqual(ok(null))
    await allSent(worker)
    const person = await until(worker, 'person', { personId: jean }, (one) => one !== null)
    expect([person?.notes.map((note) => note.text), person?.attendance.length]).toEqual([['Knee better'], 1])
    expect(await rowOf('note', person!.notes[0]!.id)).toMatchObject({ text: 'Knee better' })
  })

  test('two laptops that sign the same person in apart have one attendance each, and undoing one leaves the other', async () => {
    const nisha = await surgery.hire('facilitator', 'Nisha')
    await write([
      ...groupFor([nisha]),
      {
        record: 'membership',
        row: membershipIdOf(groupId, jean),
        fields: { groupId, personId: jean, since: addDays(thursday, -30) },
      } as never,
    ])
    const [one, other] = [(await workerOf(surgery.lead)).worker, (await workerOf(nisha)).worker]
    for (const worker of [one, other]) await until(worker, 'register', { sessionId }, (register) => register?.notYetCount === 1)
    const mine = await one.call('run', 'signInPerson', { session, personId: jean })
    await other.call('run', 'signInPerson', { session, personId: jean })
    for (const worker of [one, other, one]) await allSent(worker)
    for (const worker of [one, other]) {
      const register = await until(worker, 'register', { sessionId }, (view) => view?.here[0]?.signInIds.length === 2)
      expect([register?.hereCount, register?.here.map((row) => [row.name, row.twice])]).toEqual([1, [['Jean Oakes', true]]])
    }
    await one.call('run', 'voidSignIns', { signInIds: [mine.ok ? mine.value.signInId : ''] })
    await allSent(one)
    const left = await until(other, 'register', { sessionId }, (view) => view?.here[0]?.twice === false)
    expect(left?.here.map((row) => [row.name, row.signInIds.length])).toEqual([['Jean Oakes', 1]])
  }, 30_000)

  test('a change the surgery holds is seen, and settles when a person lets it in', async () => {
    const nisha = await surgery.hire('linkWorker', 'Nisha')
    const { worker } = await workerOf(nisha)
    await allSent(worker)
    await write([{ record: 'colleague', row: nisha, fields: { role: 'facilitator' } } as never])
    await worker.call('run', 'createVenue', { fields: { name: 'Riversley Park' } })
    await until(worker, 'status', null, (status) => status.held === 1)
    await write([{ record: 'colleague', row: nisha, fields: { role: 'linkWorker' } } as never])
    const [held] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ id: string }>('select id from held where team = $1', [surgery.team]),
    )
    expect(await releaseHeld(surgery.sql, surgery.team, held!.id, time, surgery.lead)).toBe(1)
    await until(worker, 'status', null, (status) => status.held === 0 && status.pending === 0)
    expect((await until(worker, 'team', null, (team) => team.venues.length === 1)).venues[0]?.name).toBe('Riversley Park')
  }, 30_000)

  test('a forgotten passphrase is mended by the surgery’s sealed copy, and nothing unsent is lost', async () => {
    await write(groupFor([]))
    const { worker, host } = await workerOf(surgery.lead)
    await until(worker, 'register', { sessionId }, (register) => register !== null)
    await allSent(worker)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    await worker.call('run', 'signInPerson', { session, personId: jean })
    await worker.call('lock')
    host.send = send
    expect(
      await worker.call('recover', {
        code: await surgery.codeFor(surgery.lead),
        passphrase: 'five other plain words here',
      }),
    ).toEqual(ok(null))
    await allSent(worker)
    expect((await until(worker, 'register', { sessionId }, (register) => register?.hereCount === 1))?.here[0]?.name).toBe('Jean Oakes')
  })

  test('[S14][SY25] put back to an old day it becomes a device of its own; its passphrase, its store and a new code go on opening it', async () => {
    await write(groupFor([]))
    const { worker, host } = await workerOf(surgery.lead)
    await until(worker, 'register', { sessionId }, (register) => register !== null)
    await allSent(worker)
    await worker.call('lock')
    const joinedAs = deviceIn(host)
    const store = new Database(`gather-${joinedAs}`)
    await store.open()
    const disk = { tables: await readStore(store), journal: [...host.journal], keys: host.keys }
    store.close()
    await worker.call('unlock', passphrase)
    await worker.call('signInBest', { sessionId, text: 'jean' })
    await allSent(worker)
    await worker.call('lock')
    await writeStore(`gather-${joinedAs}`, disk.tables)
    Object.assign(host, { journal: disk.journal, keys: disk.keys })
    await worker.call('unlock', passphrase)
    await until(worker, 'status', null, (status) => status.copied === 'fetched' && status.pending === 0)
    expect((await until(worker, 'register', { sessionId }, (register) => register?.hereCount === 1))?.here[0]?.name).toBe('Jean Oakes')
    await worker.call('copyRead')
    await worker.call('lock')
    expect(deviceIn(host)).not.toBe(joinedAs)
    expect(await worker.call('unlock', passphrase)).toEqual(ok(null))
    await until(worker, 'status', null, (status) => status.copied === null && status.whole)
    await worker.call('run', 'addNote', { aboutId: jean, text: 'Back again' })
    await allSent(worker)
    await worker.call('lock')
    const code = await surgery.codeFor(surgery.lead)
    expect(await worker.call('recover', { code, passphrase: 'five other plain words here' })).toEqual(ok(null))
    const person = await until(worker, 'person', { personId: jean }, (one) => one?.notes.length === 1)
    expect(person?.attendance).toHaveLength(1)
  }, 30_000)

  test('an edit on a laptop whose clock is an hour slow is no question to its own writer', async () => {
    await write(groupFor([]))
    const { worker, host } = await workerOf(surgery.lead, 3_600_000)
    await until(worker, 'register', { sessionId }, (register) => register !== null)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    await worker.call('run', 'editPerson', { personId: jean, fields: { phone: '01632 960001' } })
    await worker.call('run', 'editPerson', { personId: jean, fields: { phone: '01632 960002' } })
    host.send = send
    await allSent(worker)
    const person = await until(worker, 'person', { personId: jean }, (one) => one !== null)
    expect(person?.phone.versions.map((one) => one.value)).toEqual(['01632 960002'])
  })

  test('a second code for a colleague comes from the surgery', async () => {
    const { worker } = await workerOf(surgery.lead)
    await allSent(worker)
    const code = await worker.call('makeCode', { colleagueId: surgery.lead })
    expect(code).toMatchObject({ ok: true, value: { code: expect.any(String) as string } })
  })
})

describe('what is on hold reaches the lead', () => {
  /** Nisha wrote something that her role no longer may. */
  async function nishasPlace() {
    const nisha = await surgery.hire('linkWorker', 'Nisha')
    const { worker } = await workerOf(nisha)
    await allSent(worker)
    await write([{ record: 'colleague', row: nisha, fields: { role: 'facilitator' } } as never])
    await worker.call('run', 'createVenue', { fields: { name: 'Riversley Park' } })
    await until(worker, 'status', null, (status) => status.held === 1)
    return worker
  }

  const inWords = (office: QuestionAnswer<'office'> | undefined) => office?.acts.map((act) => heldActInWords(act, words))

  test('in words, with its act; on her word it goes in, and both laptops show it', async () => {
    const worker = await nishasPlace()
    const own = await until(worker, 'surgery', null, (view) => view.held.length === 1)
    expect(own?.held.map((act) => actInWords(act, words))).toEqual(['Nisha added the place Riversley Park'])
    expect(own?.leads).toEqual(['Team lead'])
    expect(await until(worker, 'office', null, () => true)).toBeNull() // she is no lead
    const { worker: lead } = await workerOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.acts.length === 1)
    expect(inWords(office)).toEqual(['Nisha added the place Riversley Park'])
    expect(office?.acts).toMatchObject([
      {
        by: 'Nisha',
        laptop: 'Laptop',
        code: 'notAllowed',
        canLetIn: true,
        changes: 1,
        writes: [{ record: 'venue', subjects: ['Riversley Park'], fields: [{ field: 'name', values: [{ text: 'Riversley Park' }] }] }],
      },
    ])
    expect(await until(lead, 'forLead', null, (view) => view !== null)).toEqual({ acts: 1, notices: 0 })
    expect(await lead.call('decideAtOffice', { ask: 'release', id: office!.acts[0]!.id })).toEqual(ok('done'))
    await until(lead, 'office', null, (view) => view?.acts.length === 0)
    for (const one of [lead, worker])
      expect((await until(one, 'team', null, (team) => team.venues.length === 1)).venues[0]?.name).toBe('Riversley Park')
    await until(worker, 'status', null, (status) => status.held === 0 && status.pending === 0)
  }, 30_000)

  test('closed with a reason, it is on nobody’s lists, waits for nobody, and its writer reads why, also after a lock and a reset', async () => {
    await write(groupFor([await surgery.hire('facilitator', 'Nisha')]))
    const [nisha] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ id: string }>(`select id from record_row where record = 'colleague' and body #>> '{fields,name}' = 'Nisha'`),
    )
    const { worker } = await workerOf(nisha!.id)
    await allSent(worker)
    await write([
      { record: 'membership', row: membershipIdOf(groupId, jean), fields: { groupId, personId: jean, since: addDays(thursday, -30) } } as never,
    ])
    await until(worker, 'register', { sessionId }, (register) => register?.notYetCount === 1)
    const revoked = (at: string | null) =>
      surgery.sql.transaction({ team: surgery.team }, (tx) =>
        tx.query('update device set revoked_at = $2::timestamptz where colleague = $1', [nisha!.id, at]),
      )
    await revoked(at('10:00'))
    await worker.call('run', 'signInPerson', { session, personId: jean })
    await until(worker, 'status', null, (status) => status.held > 0)
    const held = await until(worker, 'register', { sessionId }, (register) => register?.here[0]?.held === 'deviceRevoked')
    expect(held?.here.map((row) => row.name)).toEqual(['Jean Oakes']) // a held sign-in is never drawn as absent
    const { worker: lead } = await workerOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.acts.length === 1)
    expect(inWords(office)).toEqual(['Nisha signed in Jean Oakes at Walk and Talk'])
    expect(await lead.call('decideAtOffice', { ask: 'settle', id: office!.acts[0]!.id, because: 'She rang: it was Joan.' })).toEqual(ok('done'))
    await revoked(null)
    const told = async () => {
      const own = await until(
        worker,
        'surgery',
        null,
        (view) => view.closed.length === 1 && view.status.trouble === null && view.status.held === 0 && view.status.pending === 0,
      )
      expect(own?.closed).toMatchObject([
        { command: 'signInPerson', subjects: ['Jean Oakes', 'Walk and Talk'], closedBy: 'Team lead', because: 'She rang: it was Joan.' },
      ])
      expect(own?.held).toEqual([])
      await until(worker, 'register', { sessionId }, (register) => register?.hereCount === 0)
    }
    await told()
    await worker.call('lock')
    await worker.call('unlock', passphrase)
    await told()
    await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) =>
      tx.query(`update meta set value = gen_random_uuid()::text where key = 'epoch'`),
    )
    await told()
    expect(await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query(`select id from held where settled_at is null`))).toEqual([])
  }, 30_000)

  test('without a network the lead reads what was known, and is told so; nothing is decided', async () => {
    await nishasPlace()
    const { worker: lead, host } = await workerOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.acts.length === 1)
    host.send = async () => ({ ok: false, reason: 'offline' })
    await lead.call('lock')
    await lead.call('unlock', passphrase)
    await lead.call('lookAtOffice', { more: false })
    expect(await until(lead, 'office', null, (view) => view?.trouble === 'offline')).toEqual({ ...office, trouble: 'offline' })
    expect(await lead.call('decideAtOffice', { ask: 'release', id: office!.acts[0]!.id })).toEqual({ ok: false, reason: 'offline' })
    expect(inWords(await until(lead, 'office', null, () => true))).toEqual(['Nisha added the place Riversley Park'])
    expect(await until(lead, 'forLead', null, () => true)).toEqual({ acts: 1, notices: 0 })
  }, 30_000)

  test('a lead takes a laptop off the team from the window', async () => {
    const worker = await nishasPlace()
    const { worker: lead } = await workerOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.laptops.length === 2)
    const [own, other] = [office!.laptops.find((one) => one.mine)!, office!.laptops.find((one) => !one.mine)!]
    expect(other).toMatchObject({ name: 'Laptop', by: 'Nisha', waiting: 0, appVersion: 'test', revoked: null })
    expect(await lead.call('decideAtOffice', { ask: 'revoke', device: own.id, myOwn: false })).toEqual(ok('ownLaptop'))
    expect(await lead.call('decideAtOffice', { ask: 'revoke', device: other.id, myOwn: false })).toEqual(ok('done'))
    await until(lead, 'office', null, (view) => view?.laptops.find((one) => one.id === other.id)?.revoked !== null)
    await until(worker, 'status', null, (status) => status.trouble?.what === 'deviceRevoked')
  }, 30_000)
})
