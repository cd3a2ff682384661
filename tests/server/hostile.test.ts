import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exchangeReplySchema } from '../../src/shared/sync/protocol.ts'
import { recordNames } from '../../src/shared/records/index.ts'
import { roleSchema } from '../../src/shared/records/colleague.ts'
import { linkAfter } from '../../src/server/hash.ts'
import { randomFrom } from '../sim/random.ts'
import { attendanceOnServer } from '../support/attendanceOnServer.ts'
import { hostileChange, readable } from '../support/hostile.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

/** What a client with a valid token may try: mutated changes of every record, ids in every form, rows within reach and without. */
const perRole = Number(process.env['GATHER_HOSTILE_CHANGES'] ?? 4000) // 10,000 by `npm run properties`
const seed = Number(process.env['GATHER_HOSTILE_SEED'] ?? 20_261_127)
const atOnce = 250

let surgery: Surgery
let world: TwoGroups
let now = 0
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  now = Date.parse(`${day}T09:00:00Z`)
  await surgery.empty()
  world = await openTwoGroups(surgery)
})
afterAll(() => surgery.close())

const query = <Found>(text: string) => surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<Found>(text))
/** Everything of the other group, as the server holds it; but for who looked, which anybody may write down for the lead. */
const theirs = () =>
  query<{ is: string }>(`select record || '/' || id || ' ' || body::text as is from record_row
  where record <> 'contactLook' and (group_id = '${world.theirs.group}' or person_id in ('${world.theirs.member}', '${world.theirs.guest}')
    or (record = 'person' and id in ('${world.theirs.member}', '${world.theirs.guest}')) or (record = 'group' and id = '${world.theirs.group}'))
  order by record, id`)

describe(`a hostile client, seed ${seed}`, () => {
  it.each(roleSchema.options)(
    '[S1][S5][S7][S12] %s: nothing out of reach changes, nothing is lost, nothing answers 5xx',
    async (role) => {
      const random = randomFrom(seed)
      const laptop = world.laptops[role]
      const before = await theirs()
      const sent = new Map<string, string>()
      let answered = 0
      for (let count = 0; count < perRole; count += atOnce) {
        now += 1000
        const changes = Array.from({ length: atOnce }, () => hostileChange(random, laptop, world))
        for (const change of changes) sent.set(print(change), JSON.stringify(change))
        const answer = await surgery.handle('/exchange', request(changes), laptop.joined.token)
        expect(answer.status, readable(answer.body)).toBe(200)
        answered += exchangeReplySchema.parse(answer.body).results.length
      }
      expect(answered).toBe(perRole)
      if (role === 'facilitator') expect(await theirs()).toEqual(before)
      await nothingIsLost(laptop.joined.device, sent)
      await everybodyGoesOn()
    },
    240_000,
  )
})

const request = (changes: unknown[]) => ({ protocol: 1, appVersion: '1', team: surgery.team, deviceNow: now, bookmark: null, waiting: 0, changes })

/** What came, told apart by its JSON. */
function print(change: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(change)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

/** [SY2] Each change that was sent stands whole in the log or among the held; of whoever was erased without its words (SY40). */
async function nothingIsLost(device: string, sent: ReadonlyMap<string, string>): Promise<void> {
  const log = await query<{ body: unknown; erased: boolean }>(
    `select body, erased_at is not null as erased from change_log where device = '${device}'`,
  )
  const held = await query<{ body: string; erased: boolean }>('select body, erased_at is not null as erased from held')
  const kept = new Set([...log.map((one) => print(one.body)), ...held.map((one) => print(JSON.parse(one.body) as unknown))])
  const altered = [...sent].filter(([one]) => !kept.has(one)).map(([, text]) => text)
  const { mine, theirs: other } = world
  expect(altered.filter((text) => !text.includes(mine.gone) && !text.includes(other.gone))).toEqual([])
  expect(altered.length).toBeLessThanOrEqual([...log, ...held].filter((one) => one.erased).length)
}

/** The order has no gap, the reports can be read, and every laptop exchanges and loads. */
async function everybodyGoesOn(): Promise<void> {
  const log = await query<{ revision: number; hash: string; chain: string }>('select revision, hash, chain from change_log order by revision')
  let chain = '0'.repeat(64)
  for (const [at, line] of log.entries()) {
    chain = linkAfter(chain, line.hash)
    expect(line).toMatchObject({ revision: at + 1, chain })
  }
  await surgery.sql.transaction({ team: surgery.team }, (tx) => attendanceOnServer(tx, surgery.team, '2026-12-31'))
  for (const laptop of Object.values(world.laptops)) {
    for (let more = true; more;) more = (await laptop.exchange()).more
    for (const row of (await laptop.load()).flatMap((page) => page.rows)) expect(recordNames).toContain(row.record)
  }
}
