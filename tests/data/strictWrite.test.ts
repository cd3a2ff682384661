import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database, type LoggedChange } from '../../src/renderer/data/database.ts'

let db: Database
beforeEach(async () => {
  db = new Database('strict write')
  await db.open()
})
afterEach(async () => {
  db.close()
  await Database.delete('strict write')
})

const entry = (sequence: number, id: string) =>
  ({ sequence, id, state: 'pending', rowKey: 'person/one', act: 'an act', box: new Uint8Array([1]) }) as unknown as LoggedChange
const row = { key: 'person/one', links: [], generation: 1, box: new Uint8Array([1]) }

test('what is written together is there together, and what goes is gone', async () => {
  await db.write([
    { table: 'rows', put: [row] },
    { table: 'changes', put: [entry(1, 'one')] },
  ])
  await db.write([
    { table: 'rows', gone: ['person/one'] },
    { table: 'meta', put: [{ name: 'sync', value: 7 }] },
  ])
  expect([await db.rows.count(), await db.changes.count(), (await db.meta.get('sync'))?.value]).toEqual([0, 1, 7])
})

test('of a write of which the store refuses one line nothing is there', async () => {
  const writing = db.write([
    { table: 'rows', put: [row] },
    { table: 'changes', put: [entry(1, 'same'), entry(2, 'same')] },
    { table: 'meta', put: [{ name: 'sync', value: 7 }] },
  ])
  await expect(writing).rejects.toThrow()
  expect([await db.rows.count(), await db.changes.count(), await db.meta.count()]).toEqual([0, 0, 0])
})

test('of a write with something that cannot be kept nothing is there', async () => {
  const writing = db.write([
    { table: 'rows', put: [row] },
    { table: 'meta', put: [{ name: 'sync', value: () => 7 }] },
  ])
  await expect(writing).rejects.toThrow()
  expect(await db.rows.count()).toBe(0)
})

test('a store that was closed takes nothing, and says so', async () => {
  db.close()
  await expect(db.write([{ table: 'rows', put: [row] }])).rejects.toThrow('closed')
})
