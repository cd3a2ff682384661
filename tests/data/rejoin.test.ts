import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import { keepInLedger } from '../../src/server/reconcile.ts'
import { ledgerIn } from '../../src/server/ledger.ts'
import { devicesOf, revokeDevice } from '../../src/server/office.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { allSent, joinedLaptop, passphrase, until, type WorkingLaptop } from '../support/workers.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const groupId = idFor('Walk and Talk')
const session = { groupId, date: thursday, slot: 1 }
const sessionId = sessionIdOf(groupId, thursday, 1)
const jean = idFor('Jean Oakes')
let time = Date.parse(at('10:31'))
let surgery: Surgery
let laptop: WorkingLaptop
let before: string[]
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-rejoin-'))
  surgery = await openSurgery({ kind: 'memory', now: () => time, more: { ledger: ledgerIn(folder) } })
})
afterAll(async () => {
  await surgery.close()
  await rm(folder, { recursive: true })
})
/** A backup, then a laptop that joins and sends two notes, then two more that wait; then the backup is put back. */
beforeEach(async () => {
  await surgery.empty()
  time = Date.parse(at('10:31'))
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    writeAsServer(
      tx,
      surgery.team,
      surgery.lead,
      'office',
      [
        {
          record: 'group',
          row: groupId,
          fields: { name: 'Walk and Talk', schedule: [aSlot()], counts: true, state: 'running', facilitatorIds: [] },
        } as never,
        { record: 'person', row: jean, fields: { givenName: 'Jean', familyName: 'Oakes' } } as never,
      ],
      time,
    ),
  )
  before = await backupTeam(surgery.sql, surgery.team, time)
  laptop = await joinedLaptop(surgery, surgery.lead, () => time)
  await until(laptop.worker, 'register', { sessionId }, (register) => register !== null)
  await note('sent 1')
  await note('sent 2')
  await allSent(laptop.worker)
  const connect = laptop.cutOff()
  await laptop.worker.call('run', 'signInPerson', { session, personId: jean })
  await note('waits')
  await restoreTeam(surgery.sql, surgery.team, before, time)
  connect()
})

const note = (text: string) => laptop.worker.call('run', 'addNote', { aboutId: jean, text })
const device = () => JSON.parse(laptop.host.keys!).device as string
const signedOut = () => until(laptop.worker, 'status', null, (status) => status.trouble?.what === 'signedOut')
const rejoin = async (more: { code?: string; passphrase?: string } = {}) =>
  laptop.worker.call('rejoin', { code: more.code ?? (await surgery.codeFor(surgery.lead)), passphrase: more.passphrase ?? passphrase })
const notesThere = async () =>
  (
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ text: string }>(`select body #>> '{fields,text}' as text from record_row where team = $1 and record = 'note' order by 1`, [
        surgery.team,
      ]),
    )
  ).map((one) => one.text)

describe('[S4] [SY29] a laptop that joined after the backup that was put back', () => {
  test('joins again under its own id, and everything it ever wrote comes home', async () => {
    await signedOut()
    const id = device()
    expect(await rejoin()).toEqual(ok(null))
    await allSent(laptop.worker)
    expect([device(), await notesThere()]).toEqual([id, ['sent 1', 'sent 2', 'waits']])
    expect((await devicesOf(surgery.sql, surgery.team)).map((one) => one.id)).toEqual([id])
    expect((await until(laptop.worker, 'register', { sessionId }, (register) => register?.hereCount === 1))?.here[0]?.name).toBe('Jean Oakes')
  })

  test('shows the lead how much it still has to send, until it has', async () => {
    await signedOut()
    const cut = async () => laptop.cutOff()
    laptop.host.useToken = async () => {
      await cut()
    } // the network goes right behind the answer
    expect(await rejoin()).toEqual(ok(null))
    expect((await devicesOf(surgery.sql, surgery.team))[0]?.waiting).toBeGreaterThanOrEqual(4)
  })

  test('keeps the new token over a restart, and its passphrase', async () => {
    await signedOut()
    await rejoin()
    await laptop.restart()
    expect(await laptop.worker.call('unlock', passphrase)).toEqual(ok(null))
    await allSent(laptop.worker)
    expect(await notesThere()).toContain('waits')
  })

  test('gives the team a copy of its key again: a forgotten passphrase can be mended afterwards, and not before', async () => {
    await signedOut()
    await laptop.worker.call('lock')
    const recover = async () =>
      laptop.worker.call('recover', { code: await surgery.codeFor(surgery.lead), passphrase: 'five other plain words here' })
    expect(await recover()).toEqual(fail('noSuchDevice'))
    await laptop.worker.call('unlock', passphrase)
    expect(await rejoin()).toEqual(ok(null))
    await allSent(laptop.worker)
    await laptop.worker.call('lock')
    expect(await recover()).toEqual(ok(null))
    await note('after that')
    await allSent(laptop.worker)
    expect(await notesThere()).toContain('after that')
  })

  test('needs its passphrase; a wrong one is counted as at the lock and uses no code up', async () => {
    await signedOut()
    const code = await surgery.codeFor(surgery.lead)
    expect(await rejoin({ code, passphrase: 'not the right words' })).toEqual(fail('wrongPassphrase'))
    expect(await rejoin({ code })).toEqual(fail('wait'))
    time += 1_001
    expect(await rejoin({ code })).toEqual(ok(null))
  })

  test('with a code for somebody else is told so, and the code can still be used', async () => {
    await signedOut()
    const sam = await surgery.hire('facilitator', 'Sam')
    const code = await surgery.codeFor(sam)
    expect(await rejoin({ code })).toEqual(fail('otherPerson'))
    expect((await surgery.handle('/enrol', { code, deviceName: 'Sam’s' })).status).toBe(200)
    expect((await devicesOf(surgery.sql, surgery.team)).map((one) => one.colleague)).toEqual([sam])
    expect([await rejoin({ code: 'AAAA-AAAA' }), await rejoin({ code })]).toEqual([fail('wrongCode'), fail('codeUsed')])
  })

  test('that loses the answer on its way asks for another code, and nothing is lost', async () => {
    await signedOut()
    const send = laptop.host.send
    laptop.host.send = async (request) => {
      const answer = await send(request)
      return request.path === '/enrol' ? fail('noAnswer') : answer
    }
    expect(await rejoin()).toEqual(fail('noAnswer'))
    await signedOut()
    laptop.host.send = send
    expect(await rejoin()).toEqual(ok(null))
    await allSent(laptop.worker)
    expect(await notesThere()).toEqual(['sent 1', 'sent 2', 'waits'])
  })

  test('that is locked while the server is asked keeps its old token, and nobody’s key stays in memory for it', async () => {
    await signedOut()
    const send = laptop.host.send
    laptop.host.send = async (request) => {
      if (request.path === '/enrol') await laptop.worker.call('lock')
      return send(request)
    }
    const keys = laptop.host.keys
    expect(await rejoin()).toEqual(fail('signedOut'))
    expect([laptop.worker.phase?.phase, laptop.host.keys, laptop.host.token]).toEqual(['locked', keys, null])
  })

  test('is not open to who has not opened it', async () => {
    await laptop.worker.call('lock')
    expect(await rejoin()).toEqual(fail('signedOut'))
  })
})

describe('[S4] [SY29] joining again at the server', () => {
  const again = (more = {}) => ({ device: device(), team: surgery.team, colleague: surgery.lead, wrote: 4, ...more })
  const enrol = async (given: object, colleague = surgery.lead) => {
    const { status, body } = await surgery.handle('/enrol', { code: await surgery.codeFor(colleague), deviceName: 'Laptop', again: given })
    return status === 200 ? (body.device as string) : (body.error as string)
  }

  test('a laptop that it knows gets another token, and the old one is no longer good', async () => {
    await rejoin()
    const token = laptop.host.token!
    expect(await enrol(again())).toBe(device())
    expect((await surgery.handle('/escrow', { sealed: 'x' }, token)).status).toBe(401)
  })

  test('a laptop of another colleague, as it says or as the server knows, is refused', async () => {
    const sam = await surgery.hire('facilitator', 'Sam')
    expect(await enrol(again(), sam)).toBe('otherPerson')
    await rejoin()
    expect(await enrol(again({ colleague: sam }), sam)).toBe('otherPerson')
    const [hand] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ id: string }>(`select id from device where kind = 'server'`),
    )
    expect(await enrol(again({ device: hand!.id }))).toBe('otherPerson')
  })

  test('a laptop of another team, as it says or as the server knows, is refused', async () => {
    expect(await enrol(again({ team: idFor('elsewhere') }))).toBe('otherTeam')
    const other = idFor('another team of this server')
    await surgery.sql.transaction({ team: other }, async (tx) => {
      await tx.query('insert into team_list (team, at) values ($1, now())', [other])
      await tx.query(
        `insert into device (team, id, kind, colleague, enrolled_at, wipe, have, last_effective)
        values ($1, $2, 'laptop', $3, now(), false, 0, '')`,
        [other, device(), idFor('somebody')],
      )
    })
    expect(await enrol(again())).toBe('otherTeam')
  })

  test('a laptop that was taken off the team stays so, whatever code is typed; it may still deliver', async () => {
    await rejoin()
    await allSent(laptop.worker)
    await revokeDevice(surgery.sql, surgery.team, device(), false, time)
    expect(await enrol(again())).toBe('takenOff')
    expect(await rejoin()).toEqual(fail('takenOff'))
    await note('written since')
    await until(laptop.worker, 'status', null, (status) => status.pending === 0 && status.trouble?.what === 'deviceRevoked')
  })

  test('[S2] a laptop taken off the team after the backup may join again only to deliver: the ledger outlives the restore', async () => {
    await rejoin()
    await allSent(laptop.worker)
    await revokeDevice(surgery.sql, surgery.team, device(), false, time)
    await keepInLedger(surgery.sql, ledgerIn(folder), time)
    await restoreTeam(surgery.sql, surgery.team, before, time)
    await note('written since')
    await signedOut()
    expect(await rejoin()).toEqual(ok(null))
    await until(laptop.worker, 'status', null, (status) => status.pending === 0 && status.trouble?.what === 'deviceRevoked')
    expect((await devicesOf(surgery.sql, surgery.team))[0]?.revoked).not.toBe(null)
    const held = await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<{ body: string }>('select body from held'))
    for (const text of ['sent 1', 'sent 2', 'waits', 'written since']) expect(held.map((one) => one.body).join()).toContain(text)
  })

  test.each([{ device: 'x' }, { wrote: -1 }, { wrote: 1.5 }, { team: 7 }])('answers 400 to what is none: %j', async (wrong) => {
    expect(await enrol(again(wrong))).toBe('badRequest')
  })
})
