import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { migrate } from '../../src/server/sql/migrate.ts'
import { noVersions, versionsAfter } from '../../src/server/sightVersions.ts'
import { defineRecord, everyLaptop, field } from '../../src/shared/records/defineRecord.ts'
import { recordNames, records } from '../../src/shared/records/index.ts'
import { belongs } from '../../src/shared/rules/belongs.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

describe('what an upgrade costs', () => {
  let surgery: Surgery
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory' })
  })
  afterAll(() => surgery.close())
  beforeEach(async () => {
    await surgery.empty()
    await migrate(surgery.sql)
  }) // what the last test released is taken back

  /** The server of a release with these records starts on the same database. */
  async function released<Value>(change: Record<string, unknown>, look: () => Promise<Value>): Promise<Value> {
    const registry = records as unknown as Record<string, unknown>
    const names = recordNames as string[]
    const seen = belongs as unknown as Record<string, unknown>
    const before = { ...registry }
    Object.assign(registry, change)
    const fresh = Object.keys(change).filter((name) => !names.includes(name))
    names.push(...fresh)
    for (const name of fresh) seen[name] = seen['note']
    try {
      await migrate(surgery.sql)
      return await look()
    } finally {
      names.splice(names.length - fresh.length)
      for (const name of fresh) {
        delete registry[name]
        delete seen[name]
      }
      Object.assign(registry, before)
    }
  }

  const { note } = records
  const withMood = defineRecord({ ...note, fields: { ...note.fields, mood: field(z.string().optional(), everyLaptop) }, added: [{ mood: '' }] })

  test.each([
    ['a field more', { note: withMood }, true],
    ['a record more', { wish: defineRecord({ ...note, fields: { ...note.fields } }) }, true],
    [
      'a field that facilitators no longer see',
      { note: defineRecord({ ...note, fields: { ...note.fields, text: field(note.fields.text.schema, ['linkWorker', 'lead']) } }) },
      false,
    ],
    ['nothing', {}, true],
  ])('a facilitator’s laptop meets a release with %s', async (_what, change, goesOn) => {
    const laptop = await surgery.enrol(await surgery.hire('facilitator', 'Nisha'))
    await laptop.load()
    const before = await laptop.exchange()
    const after = await released(change, () => laptop.exchange())
    expect([after.reset ?? null, after.epoch === before.epoch]).toEqual(goesOn ? [null, true] : [expect.any(String), false])
  })

  test('and a lead’s does not load everything again because a facilitator sees less', async () => {
    const laptop = await surgery.enrol()
    await laptop.load()
    const less = defineRecord({ ...note, fields: { ...note.fields, text: field(note.fields.text.schema, ['linkWorker', 'lead']) } })
    expect((await released({ note: less }, () => laptop.exchange())).reset).toBeUndefined()
  })

  test('what was changed and changed back is two changes: who met the server in between must hear of both', () => {
    const [wide, narrow] = [{ note: { text: ['facilitator' as const, 'lead' as const] } }, { note: { text: ['lead' as const] } }]
    const once = versionsAfter(wide, narrow, noVersions)
    expect([once, versionsAfter(narrow, wide, once)]).toEqual([
      { ...noVersions, facilitator: 1 },
      { ...noVersions, facilitator: 2 },
    ])
  })
})
