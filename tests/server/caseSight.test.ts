import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Database } from '../../src/renderer/data/database.ts'
import type { AcceptedChange, Json } from '../../src/shared/changes/change.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { definitions, recordNames, type RecordName } from '../../src/shared/records/index.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { ok } from '../../src/shared/std/result.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { readStore } from '../support/disk.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'
import { fieldsOf, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'
import { valueOf } from '../support/valueOf.ts'
import { allSent, comesTrue, joinedLaptop, passphrase } from '../support/workers.ts'

let now = Date.parse('2026-10-22T10:00:00Z')
let surgery: Surgery
let two: TwoGroups
const caseRecords = recordNames.filter((name) => definitions[name].seenBy.by === 'case')

/** Every field of a record that is no id of another row, with something in it; the ids are those that its row has. */
function everyField(record: RecordName): { [field: string]: Json } {
  const { mine, laptops } = two
  const known = fieldsOf(record, mine, surgery.lead, laptops.lead.joined.device)
  const fields = Object.entries(definitions[record].fields).filter(([, one]) => one.to.length === 0)
  return { ...Object.fromEntries(fields.map(([name, one]) => [name, valueOf(one.schema) as Json])), ...known }
}

/** The row that is looked for: what is written once is written anew, with every field. */
const rowOf = new Map<RecordName, string>()

/** The records of which every field was written; what only the server writes, or writes once, is not among them. */
let written: RecordName[] = []

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
  two = await openTwoGroups(surgery)
  const { lead } = two.laptops
  for (const record of recordNames) rowOf.set(record, definitions[record].writtenOnce ? v7() : two.mine.rows[record])
  const changes = recordNames.map((record) => [record, lead.write(record, rowOf.get(record)!, everyField(record))] as const)
  now += 1000
  const { results } = await lead.exchange(changes.map(([, change]) => change))
  const accepted = new Set(results.filter((one) => one.state === 'accepted').map((one) => one.id))
  written = changes.filter(([, change]) => accepted.has(change.id)).map(([record]) => record)
})
afterAll(() => surgery.close())

/** Who holds a laptop, and which role theirs is read by. */
const holders = ['lead', 'linkWorker', 'facilitator', 'otherFacilitator'] as const
type Holder = (typeof holders)[number]
const roleOf = (holder: Holder): Role => (holder === 'otherFacilitator' ? 'facilitator' : holder)

/** Everything the server says to a laptop of this holder: the whole of a first load, and an exchange of one that had loaded before. */
const heard = new Map<Holder, { rows: Row[]; changes: AcceptedChange[] }>()
async function hears(holder: Holder) {
  const known = heard.get(holder)
  if (known) return known
  const laptop: TestLaptop = two.laptops[holder]
  const changes: AcceptedChange[] = []
  for (let more = true; more;) {
    const reply = await laptop.exchange()
    expect(reply.reset).toBeUndefined()
    changes.push(...reply.changes)
    more = reply.more
  }
  const rows = (await (await surgery.enrol(laptop.joined.colleague.id)).load()).flatMap((page) => page.rows)
  heard.set(holder, { rows, changes })
  return { rows, changes }
}

/** The fields of a record's row that came over the wire, in either way. */
async function fieldsHeard(holder: Holder, record: RecordName): Promise<{ snapshot: string[]; exchange: string[] }> {
  const { rows, changes } = await hears(holder)
  const id = rowOf.get(record)
  const row = rows.find((one) => one.record === record && one.id === id)
  const ofRow = changes.filter((one) => one.record === record && one.row === id)
  return {
    snapshot: [...new Set([row?.fields, row?.stamps, row?.sides].flatMap((part) => Object.keys(part ?? {})))].sort(),
    exchange: [...new Set(ofRow.flatMap((one) => [...Object.keys(one.fields), ...Object.keys(one.basedOn ?? {})]))].sort(),
  }
}

const goesTo = (record: RecordName, role: Role) =>
  Object.entries(definitions[record].goes)
    .filter(([, places]) => places.includes(role))
    .map(([field]) => field)
    .sort()

test('every record of a case, and the introduction, was written with every field that it has', () => {
  expect([...caseRecords, 'introduction' as const].filter((record) => !written.includes(record))).toEqual([])
  expect(caseRecords.length).toBeGreaterThan(10)
})

describe.each(holders)('on the wire to the laptop of a %s', (holder) => {
  test.each(recordNames)('of a %s only the fields that go there', async (record) => {
    const allowed = goesTo(record, roleOf(holder))
    const { snapshot, exchange } = await fieldsHeard(holder, record)
    expect([...snapshot, ...exchange].filter((field) => !allowed.includes(field))).toEqual([])
  })

  test.each(caseRecords)('of a %s, which is a case’s, all or nothing', async (record) => {
    const filled = Object.keys(everyField(record))
    const may = roleOf(holder) === 'facilitator' ? [] : goesTo(record, roleOf(holder)).filter((field) => filled.includes(field))
    const { snapshot, exchange } = await fieldsHeard(holder, record)
    expect([snapshot.filter((field) => filled.includes(field)), exchange.length > 0 ? exchange : []]).toEqual([
      may,
      holder === 'lead' ? exchange : may, // what the lead wrote on this laptop is not told to it again
    ])
  })
})

test('no field of a case names a facilitator, a kiosk or another group as where it goes', () => {
  const wrong = caseRecords.flatMap((record) =>
    Object.entries(definitions[record].goes)
      .filter(([, places]) => places.some((place) => place === 'facilitator' || place === 'kiosk' || place === 'neighbour'))
      .map(([field]) => `${record}.${field}`),
  )
  expect(wrong).toEqual([])
})

describe('[story 23] an introduction', () => {
  test('goes to the facilitators of its group, and to no others', async () => {
    expect((await fieldsHeard('facilitator', 'introduction')).snapshot).toEqual(
      expect.arrayContaining(['firstOn', 'groupId', 'personId', 'referredBy']),
    )
    expect(await fieldsHeard('otherFacilitator', 'introduction')).toEqual({ snapshot: [], exchange: [] })
  })
})

describe('a link worker who becomes a facilitator', () => {
  /** How many rows of each record of a case lie in a store. */
  async function caseRowsIn(store: string): Promise<string[]> {
    const db = new Database(store)
    await db.open()
    const tables = new Map(await readStore(db))
    db.close()
    const keys = (tables.get('rows') ?? []).map((row) => (row as { key: string }).key)
    return keys.filter((key) => caseRecords.some((record) => key.startsWith(`${record}/`))).sort()
  }

  test('loads afresh: over the wire comes nothing of a case any more, and what was in the store is gone', async () => {
    const nisha = await surgery.hire('linkWorker', 'Nisha Shah')
    const { worker, host } = await joinedLaptop(surgery, nisha, () => now)
    const device = (JSON.parse(host.keys ?? '{}') as { device: string }).device
    const store = `gather-${device}`
    const loaded = async () => caseRecords.every((record) => keys.some((key) => key.startsWith(`${record}/`)))
    let keys: string[] = []
    expect(await comesTrue(async () => ((keys = await caseRowsIn(store)), loaded()))).toBe(true)
    const own = { personId: two.theirs.member, episodeId: two.theirs.rows.episode, offeredOn: '2026-10-22' }
    expect(await worker.call('run', 'noneSuitable', own)).toMatchObject({ ok: true }) // what they wrote themselves goes too
    await allSent(worker)
    const told: string[] = []
    const send = host.send
    host.send = async (request) => {
      const answer = await send(request)
      told.push(JSON.stringify(answer))
      return answer
    }
    now += 1000
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      writeAsServer(tx, surgery.team, surgery.lead, 'office', [{ record: 'colleague', row: nisha, fields: { role: 'facilitator' } } as never], now),
    )
    expect(
      await comesTrue(async (tries) => {
        if (tries % 10 === 0) await worker.call('sendNow')
        return (await caseRowsIn(store)).length === 0
      }),
    ).toBe(true)
    expect(told.length).toBeGreaterThan(0)
    const heardOf = [two.mine, two.theirs]
      .flatMap((one) => caseRecords.flatMap((record) => [one.rows[record], rowOf.get(record)!]))
      .filter((id) => told.join().includes(id))
    expect(heardOf).toEqual([])
    await worker.call('lock')
    expect(await worker.call('unlock', passphrase)).toEqual(ok(null))
    expect(await caseRowsIn(store)).toEqual([])
    await worker.call('lock')
  })
})
