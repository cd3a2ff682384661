import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backupTeam } from '../../src/server/backup.ts'
import { loadLines } from '../../src/server/backup/load.ts'
import { verifyLines } from '../../src/server/backup/verify.ts'
import { nothingKnown } from '../../src/server/ledger.ts'
import { refold } from '../../src/server/refold.ts'
import { migrate } from '../../src/server/sql/migrate.ts'
import { definitions, recordNames } from '../../src/shared/records/index.ts'
import { ok } from '../../src/shared/std/result.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor, thursday } from '../support/builders.ts'
import { allSent, passphrase, until } from '../support/workers.ts'
import { MemoryHost, TestWorker, TestPorts } from '../support/laptop.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { transportTo } from '../support/transport.ts'

/**
 * A laptop and its surgery as the build before 0.1.0 left them, when eight records had other names (told, taking, mark, sheet, reveal,
 * attention, feeling, duty). The file was written by that build itself: keys, journal and store of a laptop that had sent nine acts, the
 * backup of its surgery, and nine acts (ten changes) that the network kept back, one of each of those records and a sign-in and a note besides.
 */
interface Before {
  epoch: string
  nowMs: number
  device: string
  host: { keys: string; share: Uint8Array; journal: MemoryHost['journal']; numbers: Uint8Array }
  stores: Record<string, { all: Record<string, unknown[]> }>
  backup: string[]
}
const before = JSON.parse(readFileSync(new URL('./laptopBefore010.json', import.meta.url), 'utf8'), bytes) as Before
const sessionId = sessionIdOf(idFor('Walk and Talk'), thursday, 1)
/** What has changed in the database since. */
const upgrades = ['0013-names.sql', '0014-sides.sql']
const former = recordNames.flatMap((record) => (definitions[record].formerly ?? []).map((was) => ({ was, record })))

const workers: TestWorker[] = []
let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => before.nowMs })
})
afterAll(() => surgery.close())
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.call('lock')
})

describe('a laptop with unsent work, opened in the build that has other names for its records', () => {
  test('shows what was sent and what was not, sends all of it to the upgraded surgery, and loads nothing afresh', async () => {
    await surgeryBefore()
    const { worker, host } = await laptopBefore()
    expect(await worker.call('unlock', passphrase)).toEqual(ok(null))
    await showsAll(worker)
    expect((await until(worker, 'status', null, (status) => status.pending > 0)).pending).toBe(10)

    const waiting = await until(worker, 'surgery', null, (one) => one.waiting.length > 0)
    expect(new Set(waiting.waiting.map((act) => act.command))).toEqual(
      new Set([
        'markPerson',
        'recordContactLook',
        'putOnRota',
        'askForLeader',
        'sayHowTodayIs',
        'printSheet',
        'recordSessionCall',
        'signInPerson',
        'addNote',
      ]),
    )

    connect(host)
    await worker.call('sendNow')
    await allSent(worker)
    await showsAll(worker)
    expect(host.sent.map((request) => request.path).filter((path) => path === '/snapshot')).toEqual([])
    expect(await counts()).toEqual({
      contactLook: 2,
      kioskRequest: 2,
      mood: 2,
      paperSheet: 2,
      registerMark: 2,
      rotaDuty: 2,
      sessionCall: 2,
      takenLaptop: 1,
    })
    const { rows, differences } = await refold(surgery.sql, surgery.team, false)
    expect([rows > 20, differences]).toEqual([true, []])
    await verifyLines(await backupTeam(surgery.sql, surgery.team, before.nowMs))
  })

  test('opens a second time without looking for former names', async () => {
    const { worker, host } = await laptopBefore()
    await worker.call('unlock', passphrase)
    await showsAll(worker)
    await worker.call('lock')
    const again = new TestWorker(host, ports())
    workers.push(again)
    await again.start()
    expect(await again.call('unlock', passphrase)).toEqual(ok(null))
    await showsAll(again)
  })

  test('finds no room for its rows at first, asks for what is set aside, and opens with all of them', async () => {
    const { worker, host } = await laptopBefore()
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...given) {
      const fits = this.name !== 'rows' || host.happened.includes('asked for room')
      if (!fits) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
    try {
      expect(await worker.call('unlock', passphrase)).toEqual(ok(null))
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(host.happened).toContain('asked for room')
    await showsAll(worker)
  })

  test('made anew from its journal alone, shows what was never sent', async () => {
    const { worker } = await laptopBefore({ store: false })
    await worker.call('unlock', passphrase)
    expect((await until(worker, 'status', null, (status) => status.pending > 0)).pending).toBe(19)
  })
})

describe('a backup made under the former names', () => {
  test('is verified, restored under the new ones, and is the fold of its log', async () => {
    await restored()
    expect(await counts()).toEqual({
      contactLook: 1,
      kioskRequest: 1,
      mood: 1,
      paperSheet: 1,
      registerMark: 1,
      rotaDuty: 1,
      sessionCall: 1,
      takenLaptop: 1,
    })
    expect((await refold(surgery.sql, surgery.team, false)).differences).toEqual([])
    await verifyLines(await backupTeam(surgery.sql, surgery.team, before.nowMs))
  })
})

async function showsAll(worker: TestWorker): Promise<void> {
  const register = await until(worker, 'register', { sessionId }, (one) => one?.hereCount === 1)
  const marks = register!.notYet.map((row) => [row.name, row.mark?.state])
  expect(marks.sort()).toEqual([
    ['Jean Oakes', 'apologies'],
    ['Ray Oakes', 'absent'],
  ])
  const asked = await until(worker, 'kioskRequests', { sessionId }, (rows) => rows.length === 2)
  expect(asked.map((row) => row.name ?? row.firstName)).toEqual(['Ray Oakes', 'Bogna'])
  const rota = await until(worker, 'rota', { sessionId }, (one) => one !== null)
  expect(JSON.stringify(rota)).toContain('Prakash Sen')
  const sheets = await until(worker, 'paper', { sessionId }, (one) => one !== null)
  expect(JSON.stringify(sheets)).toMatch(/0001A.*0002A|0002A.*0001A/)
}

async function counts(): Promise<Record<string, number>> {
  const found = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ record: string; n: number }>(
      'select record, count(*)::int as n from record_row where team = $1 and record = any($2::text[]) group by record',
      [surgery.team, former.flatMap(({ was, record }) => [was, record])],
    ),
  )
  return Object.fromEntries(found.map(({ record, n }) => [record, n]))
}

async function restored(): Promise<void> {
  await surgery.empty()
  const summary = await verifyLines(before.backup)
  await loadLines(surgery.sql, summary, () => before.backup, { before: 'replace', ledger: nothingKnown(), nowMs: before.nowMs })
  surgery.team = [...summary.teams.keys()][0]!
}

/** The surgery's database as the build before left it, with its epoch; then the upgrade. */
async function surgeryBefore(): Promise<void> {
  await restored()
  await surgery.sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    await tx.script(
      'alter table record_row no force row level security; alter table change_log no force row level security; alter table team_head no force row level security; alter table device no force row level security',
    )
    for (const { was, record } of former) {
      await tx.query(`update record_row set record = $1, body = jsonb_set(body, '{record}', to_jsonb($1::text)) where record = $2`, [was, record])
      await tx.query('update change_log set record = $1 where record = $2', [was, record])
      await tx.query(`update meta set value = replace(value, $2, $1) where key = 'sightFields'`, [`"${was}":`, `"${record}":`])
    }
    await tx.query('update team_head set restored_at = null, restored_revision = null')
    await tx.query('update device set unconfirmed_since = null')
    await tx.query(`update meta set value = $1 where key = 'epoch'`, [before.epoch])
    await tx.query('delete from migration where name = any($1::text[])', [upgrades])
    await tx.script(
      'alter table record_row force row level security; alter table change_log force row level security; alter table team_head force row level security; alter table device force row level security',
    )
  })
  expect(await migrate(surgery.sql)).toEqual(upgrades)
}

async function laptopBefore({ store = true } = {}): Promise<{ worker: TestWorker; host: MemoryHost }> {
  const host = new MemoryHost()
  Object.assign(host, { keys: before.host.keys, share: before.host.share, journal: [...before.host.journal] })
  host.numbers.set(before.host.numbers)
  for (const [name, { all }] of Object.entries(before.stores)) await fill(name, store ? all : {})
  const worker = new TestWorker(host, ports())
  workers.push(worker)
  await worker.start()
  return { worker, host }
}

function ports(): TestPorts {
  const own = new TestPorts()
  own.time = Math.max(before.nowMs, Date.parse(at('10:31')))
  return own
}

function connect(host: MemoryHost): void {
  const transport = transportTo(() => surgery)
  transport.useToken(host.token)
  host.send = (request) => {
    host.sent.push(request)
    return transport.send(request)
  }
}

/** The database as that build laid it out. */
async function fill(name: string, all: Record<string, unknown[]>): Promise<void> {
  await done(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open(name, 20)
  opening.onupgradeneeded = () => {
    const db = opening.result
    const rows = db.createObjectStore('rows', { keyPath: 'key' })
    rows.createIndex('links', 'links', { multiEntry: true })
    db.createObjectStore('changes', { keyPath: 'sequence' }).createIndex('id', 'id', { unique: true })
    db.createObjectStore('parked', { keyPath: 'id' })
    db.createObjectStore('meta', { keyPath: 'name' })
    db.createObjectStore('drafts', { keyPath: 'key' })
  }
  const db = await done(opening)
  for (const [table, entries] of Object.entries(all))
    for (const entry of entries) await done(db.transaction(table, 'readwrite').objectStore(table).put(entry))
  db.close()
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error as Error)
  })
}

function bytes(_key: string, value: unknown): unknown {
  const { base64 } = (typeof value === 'object' && value !== null ? value : {}) as { base64?: string }
  return base64 === undefined ? value : new Uint8Array(Buffer.from(base64, 'base64'))
}
