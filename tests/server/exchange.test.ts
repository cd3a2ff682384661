import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
let now = Date.parse('2026-10-22T09:00:00Z')
beforeAll(async () => { surgery = await openSurgery({ kind: 'memory', now: () => now }) })
beforeEach(async () => { now = Date.parse('2026-10-22T09:00:00Z'); await surgery.empty() })
afterAll(() => surgery.close())

describe('exchange', () => {
  it('[SY3] answers the same change the same way again', async () => {
    const laptop = await surgery.enrol()
    const change = laptop.write('person', v7(), { givenName: 'Jean' })
    const first = await laptop.exchange([change])
    const again = await laptop.exchange([change, change])
    expect(first.results[0]).toMatchObject({ state: 'accepted', id: change.id })
    expect(again.results).toEqual([first.results[0], first.results[0]])
  })
})
