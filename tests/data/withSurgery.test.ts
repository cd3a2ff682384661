import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Phase } from '../../src/renderer/desk/contract.ts'
import type { QuestionAnswer } from '../../src/renderer/desk/questions.ts'
import { actInWords } from '../../src/renderer/words/actInWords.ts'
import { heldActInWords } from '../../src/renderer/words/officeWords.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { ok } from '../../src/shared/std/result.ts'
import { words } from '../ui/words.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { Database } from '../../src/renderer/data/database.ts'
import { readStore, writeStore } from '../support/disk.ts'
import { allSent, joinedDesk, newDesk, passphrase, until } from '../support/desks.ts'
import type { MemoryHost, TestDesk } from '../support/laptop.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { releaseHeld } from '../../src/server/held.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'

const groupId = idFor('Walk and Talk')
const session = { groupId, date: thursday, slot: 1 }
const sessionId = sessionIdOf(groupId, thursday, 1)
const jean = idFor('Jean Oakes')
let time = Date.parse(at('10:31'))
let surgery: Surgery
const open: TestDesk[] = []

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
}, 60_000)
afterAll(async () => {
  for (const desk of open) await desk.call('lock')
  await surgery.close()
})
beforeEach(async () => {
  for (const desk of open.splice(0)) await desk.call('lock')
  await surgery.empty()
  time = Date.parse(at('10:31'))
})

/** @param behindMs how slow its clock is */
async function deskOf(colleague: string, behindMs = 0): Promise<{ desk: TestDesk; host: MemoryHost }> {
  const { desk, host } = await joinedDesk(surgery, colleague, () => time - behindMs)
  open.push(desk)
  return { desk, host }
}

/** As which device the laptop's key file says it goes on. */
const deviceIn = (host: MemoryHost) => (JSON.parse(host.keys ?? '{}') as { device: string }).device
const write = (drafts: Parameters<typeof writeAsServer>[4]) =>
  surgery.sql.transaction({ team: surgery.team }, (tx) =>
    writeAsServer(tx, surgery.team, surgery.lead, 'office', drafts, time),
  )
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
      tx.query<{ body: { fields: Record<string, unknown> } }>(
        'select body from record_row where team = $1 and record = $2 and id = $3',
        [surgery.team, record, id],
      ),
    )
  )[0]?.body.fields

describe('the alarm for the team', () => {
  test('reaches the laptop of a leader of other groups, who can then ring: the place, the leader, and nothing of the register', async () => {
    await write(groupFor([]))
    const { desk } = await deskOf(surgery.lead)
    await until(desk, 'register', { sessionId }, (register) => register !== null)
    await desk.call('signInBest', { sessionId, text: 'jean' })
    await allSent(desk)
    const { desk: other } = await deskOf(await surgery.hire('facilitator', 'Sam'))
    time = Date.parse(at('13:02'))
    const alarms = await until(other, 'alarms', null, (all) => all.length > 0)
    expect(alarms).toMatchObject([{ sessionId, group: 'Walk and Talk', onThisLaptop: false }])
    await desk.call('run', 'closeSession', { session, note: 'All home' })
    await desk.call('sendNow')
    await until(other, 'alarms', null, (all) => all.length === 0)
    expect((await until(other, 'register', { sessionId }, () => true))?.hereCount).toBe(0)
  })
})

describe('the sample team', () => {
  test('its lock screen says the passphrase, over a restart too; that of a real team never does', async () => {
    const sample = await openSurgery({ kind: 'memory', now: () => time, sample: true })
    const laptop = await newDesk(sample, () => time)
    const joined = await laptop.desk.call('trySample', { server: 'https://gather.example' })
    if (!joined.ok) throw new Error(joined.reason)
    for (const desk of [laptop.desk, await laptop.restart()]) {
      await desk.call('lock')
      expect(desk.phase).toMatchObject({ phase: 'locked', sample: joined.value.passphrase })
      expect(await desk.call('unlock', joined.value.passphrase)).toEqual(ok(null))
    }
    await laptop.desk.call('lock')
    await sample.close()
    const { desk } = await deskOf(surgery.lead)
    await desk.call('lock')
    expect(desk.phase).not.toHaveProperty('sample')
  }, 60_000)
})

describe('a laptop and its surgery', () => {
  test('join, load, work without a network, lock, and meet again', async () => {
    await write(groupFor([]))
    const { desk, host } = await deskOf(surgery.lead)
    await until(desk, 'register', { sessionId }, (register) => register !== null)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    expect((await desk.call('signInBest', { sessionId, text: 'jean' })).ok).toBe(true)
    await desk.call('run', 'addNote', { aboutId: jean, text: 'Knee\0 better' })
    await desk.call('lock')
    expect(desk.phase).toMatchObject({ phase: 'locked' } satisfies Partial<Phase>)
    host.send = send
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    await allSent(desk)
    const person = await until(desk, 'person', { personId: jean }, (one) => one !== null)
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
    const [one, other] = [(await deskOf(surgery.lead)).desk, (await deskOf(nisha)).desk]
    for (const desk of [one, other])
      await until(desk, 'register', { sessionId }, (register) => register?.notYetCount === 1)
    const mine = await one.call('run', 'signInPerson', { session, personId: jean })
    await other.call('run', 'signInPerson', { session, personId: jean })
    for (const desk of [one, other, one]) await allSent(desk)
    for (const desk of [one, other]) {
      const register = await until(desk, 'register', { sessionId }, (view) => view?.here[0]?.signInIds.length === 2)
      expect([register?.hereCount, register?.here.map((row) => [row.name, row.twice])]).toEqual([
        1,
        [['Jean Oakes', true]],
      ])
    }
    await one.call('run', 'voidSignIns', { signInIds: [mine.ok ? mine.value.signInId : ''] })
    await allSent(one)
    const left = await until(other, 'register', { sessionId }, (view) => view?.here[0]?.twice === false)
    expect(left?.here.map((row) => [row.name, row.signInIds.length])).toEqual([['Jean Oakes', 1]])
  }, 30_000)

  test('a change the surgery holds is seen, and settles when a person lets it in', async () => {
    const worker = await surgery.hire('linkWorker', 'Nisha')
    const { desk } = await deskOf(worker)
    await allSent(desk)
    await write([{ record: 'colleague', row: worker, fields: { role: 'facilitator' } } as never])
    await desk.call('run', 'createVenue', { fields: { name: 'Riversley Park' } })
    await until(desk, 'status', null, (status) => status.held === 1)
    await write([{ record: 'colleague', row: worker, fields: { role: 'linkWorker' } } as never])
    const [held] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ id: string }>('select id from held where team = $1', [surgery.team]),
    )
    expect(await releaseHeld(surgery.sql, surgery.team, held!.id, time, surgery.lead)).toBe(1)
    await until(desk, 'status', null, (status) => status.held === 0 && status.pending === 0)
    expect((await until(desk, 'team', null, (team) => team.venues.length === 1)).venues[0]?.name).toBe('Riversley Park')
  }, 30_000)

  test('a forgotten passphrase is mended by the surgery’s sealed copy, and nothing unsent is lost', async () => {
    await write(groupFor([]))
    const { desk, host } = await deskOf(surgery.lead)
    await until(desk, 'register', { sessionId }, (register) => register !== null)
    await allSent(desk)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    await desk.call('run', 'signInPerson', { session, personId: jean })
    await desk.call('lock')
    host.send = send
    expect(
      await desk.call('recover', {
        code: await surgery.codeFor(surgery.lead),
        passphrase: 'five other plain words here',
      }),
    ).toEqual(ok(null))
    await allSent(desk)
    expect((await until(desk, 'register', { sessionId }, (register) => register?.hereCount === 1))?.here[0]?.name).toBe(
      'Jean Oakes',
    )
  })

  test('[S14][SY25] put back to an old day it becomes a device of its own; its passphrase, its store and a new code go on opening it', async () => {
    await write(groupFor([]))
    const { desk, host } = await deskOf(surgery.lead)
    await until(desk, 'register', { sessionId }, (register) => register !== null)
    await allSent(desk)
    await desk.call('lock')
    const joinedAs = deviceIn(host)
    const store = new Database(`gather-${joinedAs}`)
    await store.open()
    const disk = { tables: await readStore(store), journal: [...host.journal], keys: host.keys }
    store.close()
    await desk.call('unlock', passphrase)
    await desk.call('signInBest', { sessionId, text: 'jean' })
    await allSent(desk)
    await desk.call('lock')
    await writeStore(`gather-${joinedAs}`, disk.tables)
    Object.assign(host, { journal: disk.journal, keys: disk.keys })
    await desk.call('unlock', passphrase)
    await until(desk, 'status', null, (status) => status.copied === 'fetched' && status.pending === 0)
    expect((await until(desk, 'register', { sessionId }, (register) => register?.hereCount === 1))?.here[0]?.name).toBe('Jean Oakes')
    await desk.call('copyRead')
    await desk.call('lock')
    expect(deviceIn(host)).not.toBe(joinedAs)
    expect(await desk.call('unlock', passphrase)).toEqual(ok(null))
    await until(desk, 'status', null, (status) => status.copied === null && status.whole)
    await desk.call('run', 'addNote', { aboutId: jean, text: 'Back again' })
    await allSent(desk)
    await desk.call('lock')
    const code = await surgery.codeFor(surgery.lead)
    expect(await desk.call('recover', { code, passphrase: 'five other plain words here' })).toEqual(ok(null))
    const person = await until(desk, 'person', { personId: jean }, (one) => one?.notes.length === 1)
    expect(person?.attendance).toHaveLength(1)
  }, 30_000)

  test('an edit on a laptop whose clock is an hour slow is no question to its own writer', async () => {
    await write(groupFor([]))
    const { desk, host } = await deskOf(surgery.lead, 3_600_000)
    await until(desk, 'register', { sessionId }, (register) => register !== null)
    const send = host.send
    host.send = async () => ({ ok: false, reason: 'offline' })
    await desk.call('run', 'editPerson', { personId: jean, fields: { phone: '01632 960001' } })
    await desk.call('run', 'editPerson', { personId: jean, fields: { phone: '01632 960002' } })
    host.send = send
    await allSent(desk)
    const person = await until(desk, 'person', { personId: jean }, (one) => one !== null)
    expect(person?.phone.versions.map((one) => one.value)).toEqual(['01632 960002'])
  })

  test('a second code for a colleague comes from the surgery', async () => {
    const { desk } = await deskOf(surgery.lead)
    await allSent(desk)
    const code = await desk.call('makeCode', { colleagueId: surgery.lead })
    expect(code).toMatchObject({ ok: true, value: { code: expect.any(String) as string } })
  })
})

describe('what is on hold reaches the lead', () => {
  /** Nisha wrote something that her role no longer may. */
  async function nishasPlace() {
    const nisha = await surgery.hire('linkWorker', 'Nisha')
    const { desk } = await deskOf(nisha)
    await allSent(desk)
    await write([{ record: 'colleague', row: nisha, fields: { role: 'facilitator' } } as never])
    await desk.call('run', 'createVenue', { fields: { name: 'Riversley Park' } })
    await until(desk, 'status', null, (status) => status.held === 1)
    return desk
  }

  const inWords = (office: QuestionAnswer<'office'> | undefined) => office?.acts.map((act) => heldActInWords(act, words))

  test('in words, with its act; on her word it goes in, and both laptops show it', async () => {
    const desk = await nishasPlace()
    const own = await until(desk, 'surgery', null, (view) => view.held.length === 1)
    expect(own?.held.map((act) => actInWords(act, words))).toEqual(['Nisha added the place Riversley Park'])
    expect(own?.leads).toEqual(['Team lead'])
    expect(await until(desk, 'office', null, () => true)).toBeNull() // she is no lead
    const { desk: lead } = await deskOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.acts.length === 1)
    expect(inWords(office)).toEqual(['Nisha added the place Riversley Park'])
    expect(office?.acts).toMatchObject([{
      by: 'Nisha', laptop: 'Laptop', code: 'notAllowed', canLetIn: true, changes: 1,
      writes: [{ record: 'venue', subjects: ['Riversley Park'], fields: [{ field: 'name', values: [{ text: 'Riversley Park' }] }] }],
    }])
    expect(await until(lead, 'forLead', null, (view) => view !== null)).toEqual({ acts: 1, notices: 0 })
    expect(await lead.call('decideAtOffice', { ask: 'release', id: office!.acts[0]!.id })).toEqual(ok('done'))
    await until(lead, 'office', null, (view) => view?.acts.length === 0)
    for (const one of [lead, desk]) expect((await until(one, 'team', null, (team) => team.venues.length === 1)).venues[0]?.name).toBe('Riversley Park')
    await until(desk, 'status', null, (status) => status.held === 0 && status.pending === 0)
  }, 30_000)

  test('closed with a reason, it is on nobody’s lists, waits for nobody, and its writer reads why, also after a lock and a reset', async () => {
    await write(groupFor([await surgery.hire('facilitator', 'Nisha')]))
    const [nisha] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ id: string }>(`select id from record_row where record = 'colleague' and body #>> '{fields,name}' = 'Nisha'`))
    const { desk } = await deskOf(nisha!.id)
    await allSent(desk)
    await write([{ record: 'membership', row: membershipIdOf(groupId, jean), fields: { groupId, personId: jean, since: addDays(thursday, -30) } } as never])
    await until(desk, 'register', { sessionId }, (register) => register?.notYetCount === 1)
    const revoked = (at: string | null) => surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set revoked_at = $2::timestamptz where colleague = $1', [nisha!.id, at]))
    await revoked(at('10:00'))
    await desk.call('run', 'signInPerson', { session, personId: jean })
    await until(desk, 'status', null, (status) => status.held > 0)
    const held = await until(desk, 'register', { sessionId }, (register) => register?.here[0]?.held === 'deviceRevoked')
    expect(held?.here.map((row) => row.name)).toEqual(['Jean Oakes']) // a held sign-in is never drawn as absent
    const { desk: lead } = await deskOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.acts.length === 1)
    expect(inWords(office)).toEqual(['Nisha signed in Jean Oakes at Walk and Talk'])
    expect(await lead.call('decideAtOffice', { ask: 'settle', id: office!.acts[0]!.id, because: 'She rang: it was Joan.' })).toEqual(ok('done'))
    await revoked(null)
    const told = async () => {
      const own = await until(desk, 'surgery', null, (view) => view.closed.length === 1 && view.status.trouble === null && view.status.held === 0 && view.status.pending === 0)
      expect(own?.closed).toMatchObject([{ command: 'signInPerson', subjects: ['Jean Oakes', 'Walk and Talk'], closedBy: 'Team lead', because: 'She rang: it was Joan.' }])
      expect(own?.held).toEqual([])
      await until(desk, 'register', { sessionId }, (register) => register?.hereCount === 0)
    }
    await told()
    await desk.call('lock')
    await desk.call('unlock', passphrase)
    await told()
    await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) => tx.query(`update meta set value = gen_random_uuid()::text where key = 'epoch'`))
    await told()
    expect(await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query(`select id from held where settled_at is null`))).toEqual([])
  }, 30_000)

  test('without a network the lead reads what was known, and is told so; nothing is decided', async () => {
    await nishasPlace()
    const { desk: lead, host } = await deskOf(surgery.lead)
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
    const desk = await nishasPlace()
    const { desk: lead } = await deskOf(surgery.lead)
    await allSent(lead)
    await lead.call('lookAtOffice', { more: false })
    const office = await until(lead, 'office', null, (view) => view?.laptops.length === 2)
    const [own, other] = [office!.laptops.find((one) => one.mine)!, office!.laptops.find((one) => !one.mine)!]
    expect(other).toMatchObject({ name: 'Laptop', by: 'Nisha', waiting: 0, appVersion: 'test', revoked: null })
    expect(await lead.call('decideAtOffice', { ask: 'revoke', device: own.id, myOwn: false })).toEqual(ok('ownLaptop'))
    expect(await lead.call('decideAtOffice', { ask: 'revoke', device: other.id, myOwn: false })).toEqual(ok('done'))
    await until(lead, 'office', null, (view) => view?.laptops.find((one) => one.id === other.id)?.revoked !== null)
    await until(desk, 'status', null, (status) => status.trouble?.what === 'deviceRevoked')
  }, 30_000)
})
