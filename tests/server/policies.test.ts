import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/shared/changes/change.ts'
import { recordNames, type RecordName } from '../../src/shared/records/index.ts'
import { roleSchema, type Role } from '../../src/shared/records/colleague.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

/** What happens at a session anybody of the team may write. */
const atTheDoor = [
  'companion', 'mark', 'told', 'declaration', 'incident', 'concern', 'duty', 'card', 'attention', 'feeling', 'reveal', 'taking', 'sheet',
] as const
type AtTheDoor = (typeof atTheDoor)[number]

/** Who may write what, written down a second time on purpose (domain 9.3): a slip in the table turns this red. */
const expected: Record<RecordName, readonly Role[]> = {
  team: ['lead'], colleague: ['lead'], device: [],
  venue: ['linkWorker', 'lead'], group: ['linkWorker', 'lead'],
  person: ['facilitator', 'linkWorker', 'lead'], emergencyContact: ['facilitator', 'linkWorker', 'lead'],
  membership: ['facilitator', 'linkWorker', 'lead'], session: ['facilitator', 'linkWorker', 'lead'],
  signIn: ['facilitator', 'linkWorker', 'lead'], headCount: ['facilitator', 'linkWorker', 'lead'], note: ['facilitator', 'linkWorker', 'lead'],
  ...Object.fromEntries(atTheDoor.map((name) => [name, ['facilitator', 'linkWorker', 'lead']])) as unknown as Record<AtTheDoor, Role[]>,
}

const [group, one] = [v7(), v7()]
const at = '2026-10-22T09:30:00Z'
const session = sessionIdOf(group, '2026-10-22', 1)
const good: Record<RecordName, { row?: string; fields: { [field: string]: Json } }> = {
  team: { fields: { name: 'T' } }, colleague: { fields: { name: 'C', role: 'facilitator' } },
  device: { fields: { name: 'D', colleagueId: one, enrolledAt: at } }, venue: { fields: { name: 'Park' } },
  group: { fields: { name: 'Walk', schedule: [], counts: true, state: 'running' } }, person: { fields: { givenName: 'Jean' } },
  emergencyContact: { fields: { personId: one, name: 'K', phone: '01632 960000' } },
  membership: { row: membershipIdOf(group, one), fields: { groupId: group, personId: one, since: '2026-10-22' } },
  session: { row: session, fields: { groupId: group, date: '2026-10-22', slot: 1 } },
  signIn: { fields: { sessionId: session, personId: one, arrivedAt: at, how: 'kiosk', byId: one } },
  headCount: { fields: { sessionId: session, moment: 'out', counted: 1, expected: 1, missingIds: [], at, byId: one } },
  note: { fields: { aboutId: one, text: 'x', at, byId: one } },
  companion: { fields: { sessionId: session, kind: 'baby', number: 1, at, byId: one } },
  mark: { fields: { sessionId: session, personId: one, state: 'apologies', at, byId: one } },
  told: { fields: { sessionId: session, personId: one, how: 'spoken', at, byId: one } },
  declaration: { fields: { personId: one, questions: '2026-1', answers: { heart: false }, outcome: 'takingPart', signedAs: 'Jean', at, byId: one } },
  incident: { fields: { sessionId: session, kind: 'fall', happenedAt: at, personIds: [one], what: 'x', ambulance: false, at, byId: one } },
  concern: { fields: { what: 'x', told: 'the lead, 10:30', at, byId: one } },
  duty: { fields: { sessionId: session, role: 'backMarker', colleagueId: one, state: 'yes', at, byId: one } },
  card: { fields: { personId: one, token: '0123456789ABCDEF', madeAt: at, byId: one } },
  attention: { fields: { sessionId: session, personId: one, kind: 'help', at, byId: one } },
  feeling: { fields: { sessionId: session, today: 4, on: '2026-10-22' } },
  reveal: { fields: { sessionId: session, personIds: [one], what: 'emergencyContact', at, byId: one } },
  taking: { fields: { sessionId: session, deviceId: one, deviceName: 'Laptop', at, byId: one } },
  sheet: { fields: { sessionId: session, kind: 'register', number: '0001A', at, byId: one } },
}

describe('who may write what, at the server', () => {
  let surgery: Surgery
  const laptops = {} as Record<Role, TestLaptop>
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory' })
    for (const role of roleSchema.options) laptops[role] = await surgery.enrol(await surgery.hire(role))
  })
  afterAll(() => surgery.close())

  const table = roleSchema.options.flatMap((role) => recordNames.map((record) => [role, record, expected[record].includes(role)] as const))
  it.each(table)('%s writes %s: %s', async (role, record, may) => {
    const { row, fields } = good[record]
    const laptop = laptops[role]
    const { results } = await laptop.exchange([laptop.write(record, row ?? v7(), fields)])
    expect(results[0]).toMatchObject(may ? { state: 'accepted' } : { state: 'held', code: 'notAllowed' })
  })
})
