import { appendFile, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup, verifyBackup, writeBackup } from '../../src/server/backup.ts'
import type { Before } from '../../src/server/backup/load.ts'
import { planRestore } from '../../src/server/backup/plan.ts'
import { makeBackupKey, type BackupKey } from '../../src/server/backup/seal.ts'
import { broughtBackOf } from '../../src/server/broughtBack.ts'
import { confirmLaptops } from '../../src/server/confirm.ts'
import { ledgerIn, ledgerPath, nothingKnown, type Known, type Ledger } from '../../src/server/ledger.ts'
import { unseenNotices } from '../../src/server/notices.ts'
import { devicesOf, revokeDevice } from '../../src/server/office.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { reconcile } from '../../src/server/reconcile.ts'
import { emptyDatabase } from '../support/emptyDatabase.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

let surgery: Surgery
let key: BackupKey
let folder: string
let ledger: Ledger
let time = Date.parse('2026-10-22T09:00:00Z')
const now = () => time
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'postgres', now })
  key = await makeBackupKey()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-restore-'))
  ledger = ledgerIn(folder)
  await surgery.empty()
  await reconcile(surgery.sql, ledger, now())
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => surgery.close())

const minutes = (count: number) => {
  time += count * 60_000
}
const backUp = async () => (await writeBackup(surgery.sql, { folder, nowMs: now(), publicHalf: key.publicHalf, recoveryKeys: [] })).file
const restore = (file: string, before: Before, known: Known = nothingKnown()) =>
  restoreBackup(surgery.sql, file, { before, ledger: known, nowMs: now(), privateHalf: key.privateHalf })
const enrol = async (colleague?: string): Promise<TestLaptop> => {
  const laptop = await surgery.enrol(colleague)
  await laptop.load()
  await reconcile(surgery.sql, ledger, now())
  return laptop
}
const takeOff = async (laptop: TestLaptop, wipe = false) => {
  await revokeDevice(surgery.sql, surgery.team, laptop.joined.device, wipe, now())
  await reconcile(surgery.sql, ledger, now())
}
const person = (laptop: TestLaptop, name: string) => laptop.write('person', v7(), { givenName: name })
const loadStatus = async (laptop: TestLaptop) => (await surgery.handle('/snapshot', undefined, laptop.joined.token, { team: surgery.team })).status
const standing = async () => new Map((await devicesOf(surgery.sql, surgery.team)).map((one) => [one.id, one]))

describe('a laptop that was taken off the team after the backup', () => {
  it('[S2] stays off it when the database is replaced: it receives nothing, and what it sends waits', async () => {
    const [trusted, stolen, toEmpty] = [await enrol(), await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    await takeOff(toEmpty, true)
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set emptied_at = $1::timestamptz where id = $2', [new Date(now()).toISOString(), toEmpty.joined.device]),
    )
    minutes(60)
    const { trust } = await restore(file, 'replace')
    expect((await standing()).get(toEmpty.joined.device)!.emptied).not.toBeNull()
    expect(trust.get(surgery.team)).toEqual({ revoked: [stolen.joined.device, toEmpty.joined.device], unconfirmed: [] })
    expect((await trusted.exchange()).device).toBe('ok')
    expect(await stolen.exchange([person(stolen, 'Late')])).toMatchObject({
      device: 'revoked',
      changes: [],
      results: [{ state: 'held', code: 'deviceRevoked' }],
    })
    expect((await toEmpty.exchange()).device).toBe('wipe')
    expect(await loadStatus(stolen)).toBe(403)
  })

  it('[S2] stays off it when the database is gone and the list beside it is there', async () => {
    const [trusted, stolen, toEmpty] = [await enrol(), await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    await takeOff(toEmpty, true)
    await emptyDatabase(surgery.sql)
    await restore(file, 'mustBeEmpty', await ledgerIn(folder).read())
    expect((await trusted.exchange()).device).toBe('ok')
    expect((await stolen.exchange()).device).toBe('revoked')
    expect((await toEmpty.exchange()).device).toBe('wipe')
  })

  it('[S2] is told to everybody’s laptops as the first time', async () => {
    const [lead, stolen] = [await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    await restore(file, 'replace')
    expect((await lead.exchange()).reset).toBe('epoch')
    const rows = (await lead.load()).flatMap((page) => page.rows)
    expect(rows.find((row) => row.id === stolen.joined.device)?.fields).toMatchObject({ revokedAt: expect.any(String) })
  })

  it('[S2] stays off it even when somebody puts the database back without our command', async () => {
    const stolen = await enrol()
    await takeOff(stolen, true)
    await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query('update device set revoked_at = null, wipe = false'))
    expect((await stolen.exchange()).device).toBe('ok')
    expect(await reconcile(surgery.sql, ledger, now())).toBe(1)
    expect((await stolen.exchange()).device).toBe('wipe')
  })

  it('[S2] stays off it when an older and then a newer backup is restored', async () => {
    const stolen = await enrol()
    const older = await backUp()
    minutes(1)
    const newer = await backUp()
    await takeOff(stolen)
    await restore(older, 'replace')
    await restore(newer, 'replace')
    expect((await stolen.exchange()).device).toBe('revoked')
  })
})

describe('on a new machine, without the list of laptops', () => {
  it('[S2] nobody is trusted until the lead confirms; what was sent meanwhile is then taken in', async () => {
    const [first, second] = [await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(second)
    await emptyDatabase(surgery.sql)
    minutes(60)
    const { trust } = await restore(file, 'mustBeEmpty')
    expect(trust.get(surgery.team)!.unconfirmed).toEqual([first.joined.device, second.joined.device])
    const writing = person(first, 'Door')
    for (const laptop of [first, second]) expect(await loadStatus(laptop)).toBe(403)
    expect(await first.exchange([writing])).toMatchObject({
      device: 'revoked',
      unconfirmed: true,
      changes: [],
      results: [{ state: 'held', code: 'deviceRevoked' }],
    })
    expect((await surgery.handle('/codes', { colleagueId: surgery.lead }, first.joined.token)).status).toBe(403)

    const setting = { sql: surgery.sql, ledger }
    expect(await confirmLaptops(setting, surgery.team, first.joined.device, now())).toEqual([{ device: first.joined.device, taken: 1, held: 0 }])
    expect(await first.exchange([writing])).toMatchObject({ device: 'ok', results: [{ state: 'accepted' }] })
    expect(await loadStatus(second)).toBe(403)
    expect(await confirmLaptops(setting, surgery.team, 'all', now())).toHaveLength(1)
    expect(await loadStatus(second)).toBe(200)
    expect(await confirmLaptops(setting, surgery.team, 'all', now())).toEqual([])
  })

  it('[S2] a copy of the list that lies elsewhere keeps who it knows to be off, and vouches for nobody', async () => {
    const [trusted, stolen, later] = [await enrol(), await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    const elsewhere = await mkdtemp(join(tmpdir(), 'gather-elsewhere-'))
    await copyFile(ledgerPath(folder), ledgerPath(elsewhere))
    await takeOff(later) // the copy does not know
    await emptyDatabase(surgery.sql)
    await restore(file, 'mustBeEmpty', await ledgerIn(elsewhere).read())
    const after = await standing()
    expect(after.get(stolen.joined.device)!.revoked).not.toBeNull()
    for (const laptop of [trusted, later]) expect(after.get(laptop.joined.device)).toMatchObject({ revoked: null, unconfirmed: expect.any(String) })
    await rm(elsewhere, { recursive: true })
  })

  it('[S2] who waits to be confirmed still waits after another restore', async () => {
    const laptop = await enrol()
    const file = await backUp()
    await emptyDatabase(surgery.sql)
    await restore(file, 'mustBeEmpty')
    await restore(file, 'replace')
    expect((await standing()).get(laptop.joined.device)!.unconfirmed).not.toBeNull()
  })
})

it('[S2] the laptop of a colleague who left since waits, as the backup does not know that they left', async () => {
  const facilitator = await surgery.hire('facilitator')
  const [lead, leaver] = [await enrol(), await enrol(facilitator)]
  const file = await backUp()
  const draft = { record: 'colleague', row: facilitator, fields: { leftOn: '2026-10-21' } }
  await surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'leave', [draft], now()))
  expect(await loadStatus(leaver)).toBe(403)
  await restore(file, 'replace')
  expect(await loadStatus(leaver)).toBe(403)
  expect(await loadStatus(lead)).toBe(200)
})

it('[S2] a code that nobody had used at the time of the backup is over, the first code of all among them', async () => {
  const join = (code: string) => surgery.handle('/enrol', { code, deviceName: 'x' })
  const [first] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ n: number }>('select count(*) as n from code where expires_at is null and used_at is null'),
  )
  expect(first!.n).toBe(1)
  const code = await surgery.codeFor(surgery.lead)
  const file = await backUp()
  expect((await join(code)).status).toBe(200)
  await restore(file, 'replace', await ledger.read())
  expect(await join(code)).toEqual({ status: 403, body: { error: 'codeExpired' } })
  const [open] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ n: number }>('select count(*) as n from code where used_at is null and (expires_at is null or expires_at > $1::timestamptz)', [
      new Date(now()).toISOString(),
    ]),
  )
  expect(open!.n).toBe(0)
})

describe('what the command says before it does anything', () => {
  const planOf = async (file: string, before: Before, known: Known) =>
    (await planRestore(surgery.sql, await verifyBackup(file, key.privateHalf), { before, ledger: known, nowMs: now() })).teams[0]!

  it('[S2] how much was written since, who joined and who was taken off, and what nobody sends again', async () => {
    const [lead, stolen] = [await enrol(), await enrol()]
    await lead.exchange([person(lead, 'Before')])
    const file = await backUp()
    await stolen.exchange([person(stolen, 'By one that is off the team')])
    await takeOff(stolen)
    await lead.exchange([person(lead, 'After'), person(lead, 'After too')])
    const joined = await enrol()
    const plan = await planOf(file, 'replace', nothingKnown())
    expect(plan.joinedSince).toEqual([{ id: joined.joined.device, name: 'a laptop 3' }]) // no two of a team have one name
    expect(plan.revokedSince).toEqual([{ id: stolen.joined.device, name: 'a laptop 2' }])
    expect(plan.unconfirmed).toEqual([])
    // the server's own two (off the team, joined) and the one of the laptop that is off
    expect(plan.replaced).toMatchObject({ since: 5, lost: 3, maybeLost: 0 })
  })

  it('[S2] changes that laptops may have cleared away, because a later backup has had them for a month', async () => {
    const lead = await enrol()
    const file = await backUp()
    await lead.exchange([person(lead, 'After')])
    minutes(1)
    await backUp()
    minutes(31 * 24 * 60)
    expect((await planOf(file, 'replace', nothingKnown())).replaced).toMatchObject({ since: 1, lost: 0, maybeLost: 1 })
  })

  it('[S2] the same from the list alone, when the database is gone', async () => {
    const [, stolen] = [await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    const joined = await enrol()
    await emptyDatabase(surgery.sql)
    const plan = await planOf(file, 'mustBeEmpty', await ledger.read())
    expect(plan).toMatchObject({
      replaced: null,
      unconfirmed: [],
      joinedSince: [{ id: joined.joined.device }],
      revokedSince: [{ id: stolen.joined.device }],
    })
  })

  it('[S2] and what it says comes true', async () => {
    const [, stolen] = [await enrol(), await enrol()]
    const file = await backUp()
    await takeOff(stolen)
    await emptyDatabase(surgery.sql)
    const plan = await planOf(file, 'mustBeEmpty', nothingKnown())
    const { trust } = await restore(file, 'mustBeEmpty')
    expect(plan.unconfirmed.map((one) => one.id)).toEqual(trust.get(surgery.team)!.unconfirmed)
  })
})

describe('after a restore', () => {
  it('[S2] the office sees what each laptop has brought back, and which has not been heard; the lead is told', async () => {
    const [busy, silent] = [await enrol(), await enrol()]
    await busy.exchange([person(busy, 'Before')])
    expect(await broughtBackOf(surgery.sql, surgery.team)).toBeNull()
    const file = await backUp()
    minutes(30)
    const lost = [person(busy, 'One'), person(busy, 'Two'), busy.write('person', v7(), { givenName: 0 })]
    await busy.exchange(lost)
    minutes(30)
    await restore(file, 'replace')
    const restoredAt = new Date(now()).toISOString()
    minutes(1)
    await busy.exchange(lost.slice(0, 1), { waiting: 2 })
    expect((await broughtBackOf(surgery.sql, surgery.team))!.laptops.find((one) => one.device === busy.joined.device)).toMatchObject({
      back: 1,
      waiting: 2,
    })
    await busy.exchange([...lost.slice(1), person(busy, 'New')])
    const seen = await broughtBackOf(surgery.sql, surgery.team)
    expect(seen!.restoredAt).toBe(restoredAt)
    expect(seen!.laptops).toMatchObject([
      { device: silent.joined.device, heard: null, back: 0, since: 0, held: 0 },
      { device: busy.joined.device, heard: new Date(now()).toISOString(), back: 2, since: 1, held: 1, waiting: 0, trust: 'trusted' },
    ])
    const notices = await surgery.sql.transaction({ team: surgery.team }, (tx) => unseenNotices(tx, surgery.team))
    expect(notices).toMatchObject([{ kind: 'broughtBack', device: busy.joined.device, data: { back: 2, held: 1, restoredAt } }])
  })

  it('[S2] nobody is told of what was written after it', async () => {
    const laptop = await enrol()
    await restore(await backUp(), 'replace')
    minutes(1)
    await laptop.exchange([person(laptop, 'New')])
    expect(await surgery.sql.transaction({ team: surgery.team }, (tx) => unseenNotices(tx, surgery.team))).toEqual([])
  })
})

describe('the list of laptops beside the database', () => {
  it('[S2] is read past a line that a power cut tore, and written on behind it', async () => {
    const [first, second] = [await enrol(), await enrol()]
    await takeOff(first)
    await appendFile(ledgerPath(folder), '\n{"at":"2026-10-22T09:00:00.000Z","what":"revo')
    await takeOff(second)
    const known = await ledger.read()
    for (const { joined } of [first, second]) expect(known.laptops.get(joined.device)!.revoked).not.toBeNull()
  })

  it('[S2] holds ids and times, and nobody’s name, token or code', async () => {
    const laptop = await enrol()
    await takeOff(laptop)
    const text = await readFile(ledgerPath(folder), 'utf8')
    const words = text.match(/[^\s"{}:,]+/g)!
    const plain =
      /^(at|what|team|device|colleague|wipe|epoch|place|true|false|enrolled|revoked|database|[0-9a-f-]{36}|\d{4}-\d\d-\d\dT\d\d|\d\d|\d\d\.\d{3}Z)$/
    expect(words.filter((word) => !plain.test(word) && word !== hostname() && !/^\d+$/.test(word))).toEqual([])
    expect(text).not.toContain(laptop.joined.token.split('.')[1])
  })

  it('[S2] what joined or was taken off through the doors stands in it before the answer', async () => {
    const own = await openSurgery({ kind: 'memory', more: { ledger } })
    const laptop = await own.enrol()
    expect((await ledger.read()).laptops.get(laptop.joined.device)).toMatchObject({ team: own.team, revoked: null })
    await own.close()
  })
})
