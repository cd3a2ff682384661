import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fold } from '../../src/shared/changes/fold.ts'
import { keyOf, type Row } from '../../src/shared/changes/row.ts'
import { snapshotPage, snapshotPageSchema, type SnapshotPage } from '../../src/shared/sync/protocol.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

let surgery: Surgery
let writer: TestLaptop
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory' })
})
beforeEach(async () => {
  await surgery.empty()
  writer = await surgery.enrol()
})
afterAll(() => surgery.close())

const page = async (laptop: TestLaptop, after?: string) => {
  const answer = await surgery.handle('/snapshot', undefined, laptop.joined.token, { team: surgery.team, ...(after ? { after } : {}) })
  return snapshotPageSchema.parse(answer.body)
}
const addPeople = async (count: number, name = 'P') => {
  const changes = Array.from({ length: count }, (_, place) => writer.write('person', v7(), { givenName: `${name}${place}` }))
  for (let from = 0; from < count; from += 500) await writer.exchange(changes.slice(from, from + 500))
  return changes
}

describe('the first load', () => {
  it('answers 401, 400 and 403 first', async () => {
    expect((await surgery.handle('/snapshot', undefined, undefined, { team: surgery.team })).status).toBe(401)
    expect((await surgery.handle('/snapshot', undefined, writer.joined.token, { team: 'x' })).status).toBe(400)
    expect((await surgery.handle('/snapshot', undefined, writer.joined.token, { team: v7() })).status).toBe(403)
  })

  it('[SY19] comes in pages of key order, each row once, and says how many there are', async () => {
    await addPeople(snapshotPage + 700)
    const laptop = await surgery.enrol()
    const pages = await laptop.load()
    expect(pages.map((one) => one.rows.length > 0)).toEqual([true, true])
    expect(pages[0]!.rows).toHaveLength(snapshotPage)
    const keys = pages.flatMap((one) => one.rows.map((row) => keyOf(row.record, row.id)))
    expect(new Set(keys).size).toBe(keys.length)
    for (const one of pages)
      expect(one).toMatchObject({ total: keys.length, revision: pages[0]!.revision, chain: pages[0]!.chain, epoch: pages[0]!.epoch })
  })

  it('[SY19] goes on after a cut, and what changed meanwhile comes with the next exchange', async () => {
    await addPeople(snapshotPage + 100)
    const laptop = await surgery.enrol()
    const first = await page(laptop)
    const [early, fresh] = [first.rows.find((row) => row.record === 'person')!, await addPeople(50, 'N')]
    await writer.exchange([writer.write('person', early.id, { knownAs: 'Changed meanwhile' })])
    const pages = [first]
    for (let after = first.next; after; after = pages.at(-1)!.next) pages.push(await page(laptop, after), await page(laptop, after)) // each asked twice
    laptop.bookmark = { epoch: first.epoch, revision: first.revision, chain: first.chain }
    const reply = await laptop.exchange()
    expect(reply.reset).toBeUndefined()
    const rows = new Map<string, Row>(pages.flatMap((one: SnapshotPage) => one.rows).map((row) => [keyOf(row.record, row.id), row]))
    for (const change of reply.changes) rows.set(keyOf(change.record, change.row), fold(rows.get(keyOf(change.record, change.row)), change))
    expect(rows.get(keyOf('person', early.id))?.fields['knownAs']).toBe('Changed meanwhile')
    for (const change of fresh) expect(rows.has(keyOf('person', change.row))).toBe(true)
    const whole = (await (await surgery.enrol()).load()).flatMap((one) => one.rows)
    for (const row of whole.filter((one) => one.record !== 'device')) expect(rows.get(keyOf(row.record, row.id))).toEqual(row)
  })

  it('[SY19] begins again where the load began at a release that gave records in another order, as the next page could pass some over', async () => {
    await addPeople(snapshotPage + 100)
    const laptop = await surgery.enrol()
    const first = await page(laptop)
    const ofAnotherRelease = first.next!.replace(/[^_]*$/, '0badc0de')
    expect((await page(laptop, ofAnotherRelease)).rows).toEqual(first.rows)
    expect((await page(laptop, first.next)).rows).not.toEqual(first.rows)
  })

  it('[SY17][SY19] begins again with a token from before a restore, from another sight, or of no sense', async () => {
    await addPeople(snapshotPage + 100)
    const laptop = await surgery.enrol()
    const first = await page(laptop)
    for (const nonsense of ['x', '____', first.next!.replace('person', 'secret'), first.next!.replace(/^./, 'f').replace(/^f./, 'fe')]) {
      expect((await page(laptop, nonsense)).rows[0]).toEqual(first.rows[0])
    }
    await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) =>
      tx.query(`update meta set value = gen_random_uuid()::text where key = 'epoch'`),
    )
    const again = await page(laptop, first.next)
    expect(again.rows[0]).toEqual(first.rows[0])
    expect(again.epoch).not.toBe(first.epoch)
  })

  it('keeps its token within what the wire allows', async () => {
    await addPeople(snapshotPage + 1)
    expect((await page(await surgery.enrol())).next!.length).toBeLessThanOrEqual(200)
  })
})
