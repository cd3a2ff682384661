import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory' })
})
afterAll(() => surgery.close())

it('[SY6] the report views count persons, typed, and pass over what was taken back', async () => {
  const laptop = await surgery.enrol()
  const [group, jean, bill, stan] = [v7(), v7(), v7(), v7()]
  const date = '2026-10-22'
  const session = sessionIdOf(group, date, 1)
  const cancelled = sessionIdOf(group, '2026-10-29', 1)
  const signIn = (personId: string, minute: number, more = {}) =>
    laptop.write('signIn', v7(), {
      sessionId: session,
      personId,
      arrivedAt: `${date}T09:${minute}:00Z`,
      how: 'facilitator',
      byId: surgery.lead,
      ...more,
    })
  await laptop.exchange([
    laptop.write('group', group, { name: 'Walk and Talk', schedule: [], counts: true, state: 'running' }),
    laptop.write('session', session, { groupId: group, date, slot: 1, closedAt: `${date}T11:00:00Z` }),
    laptop.write('session', cancelled, { groupId: group, date: '2026-10-29', slot: 1, cancelledBecause: 'Ice' }),
    signIn(jean, 31),
    signIn(jean, 30),
    signIn(bill, 32),
    signIn(bill, 33, { voidedBecause: 'a mistake' }),
    signIn(stan, 34, { voidedBecause: 'a mistake' }),
  ])
  const ask = (text: string) => surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query(text))
  expect(await ask('select person_id, session_id, group_id, held_on::text, arrived_at, sign_ins from attendance_report order by arrived_at')).toEqual(
    [
      { person_id: jean, session_id: session, group_id: group, held_on: date, arrived_at: `${date}T09:30:00.000Z`, sign_ins: 2 },
      { person_id: bill, session_id: session, group_id: group, held_on: date, arrived_at: `${date}T09:32:00.000Z`, sign_ins: 1 },
    ],
  )
  expect(await ask('select group_name, held_on::text, slot, cancelled_because, closed_at from session_report order by held_on')).toEqual([
    { group_name: 'Walk and Talk', held_on: date, slot: 1, cancelled_because: null, closed_at: `${date}T11:00:00.000Z` },
    { group_name: 'Walk and Talk', held_on: '2026-10-29', slot: 1, cancelled_because: 'Ice', closed_at: null },
  ])
})
