import { gzipSync } from 'node:zlib'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { snapshotPageSchema } from '../../src/shared/sync/protocol.ts'
import { writeAsServer, type DatedDraft } from '../../src/server/ownWriting.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

/** Rough speeds, with bars wide enough for a busy machine; the numbers are printed. */
let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'postgres', port: 0 })
})
afterAll(() => surgery.close())

const group = v7()
const session = sessionIdOf(group, '2026-10-22', 1)
const signIns = (laptop: TestLaptop, count: number) =>
  Array.from({ length: count }, () =>
    laptop.write('signIn', v7(), {
      sessionId: session,
      personId: v7(),
      arrivedAt: '2026-10-22T09:31:00.000Z',
      how: 'facilitator',
      byId: surgery.lead,
    }),
  )
const percentile = (all: number[], part: number) => [...all].sort((a, b) => a - b)[Math.floor(all.length * part)]!

async function post(laptop: TestLaptop, changes: unknown[]): Promise<number> {
  const body = gzipSync(
    JSON.stringify({
      protocol: 1,
      appVersion: 't',
      team: surgery.team,
      deviceNow: Date.now(),
      bookmark: laptop.bookmark,
      waiting: 0,
      changes,
    }),
  )
  const from = performance.now()
  const answer = await fetch(`${surgery.url}/exchange`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${laptop.joined.token}` },
  })
  expect(((await answer.json()) as { results: unknown[] }).results).toHaveLength(changes.length)
  return performance.now() - from
}

it('takes in batches of 100 changes over HTTP', async () => {
  const laptops = await Promise.all(Array.from({ length: 17 }, () => surgery.enrol()))
  const [one, ...others] = laptops as [TestLaptop, ...TestLaptop[]]
  await post(one, [one.write('session', session, { groupId: group, date: '2026-10-22', slot: 1 })])
  const alone: number[] = []
  for (let batch = 0; batch < 60; batch++) alone.push(await post(one, signIns(one, 100)))
  const from = performance.now()
  const together = (
    await Promise.all(
      others.map(async (laptop) => {
        const times: number[] = []
        for (let batch = 0; batch < 10; batch++) times.push(await post(laptop, signIns(laptop, 100)))
        return times
      }),
    )
  ).flat()
  const perSecond = Math.round((16 * 10 * 100) / ((performance.now() - from) / 1000))
  console.log(
    `100-change batches: alone p50 ${percentile(alone, 0.5).toFixed(0)} ms, p95 ${percentile(alone, 0.95).toFixed(0)} ms; ` +
      `16 at once ${perSecond} changes/s, p95 ${percentile(together, 0.95).toFixed(0)} ms`,
  )
  expect(percentile(alone, 0.5)).toBeLessThan(1000) // tens of milliseconds when nothing else runs
})

it('[B6] gives a lead 50,000 rows, and a facilitator theirs, in seconds', async () => {
  const sam = await surgery.hire('facilitator')
  await fill(sam)
  for (const [who, colleague] of [
    ['lead', surgery.lead],
    ['facilitator', sam],
  ] as const) {
    const laptop = await surgery.enrol(colleague)
    const from = performance.now()
    let [rows, bytes, after] = [0, 0, undefined as string | undefined]
    do {
      const url = `${surgery.url}/snapshot?team=${surgery.team}${after ? `&after=${after}` : ''}`
      const text = await (await fetch(url, { headers: { authorization: `Bearer ${laptop.joined.token}` } })).text()
      const page = snapshotPageSchema.parse(JSON.parse(text))
      rows += page.rows.length
      bytes += text.length
      after = page.next
    } while (after)
    const seconds = (performance.now() - from) / 1000
    console.log(`first load of a ${who}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(20)
  }
})

/** 10,000 people in 20 groups, 40,000 sign-ins; two of the groups are Sam's. */
async function fill(sam: string): Promise<void> {
  const groups = Array.from({ length: 20 }, () => v7())
  const drafts: DatedDraft[] = groups.map((row, place) => ({
    record: 'group',
    row,
    fields: { name: `G${place}`, schedule: [], counts: false, state: 'running', ...(place < 2 ? { facilitatorIds: [sam] } : {}) },
  }))
  const sessions = groups.map((groupId) => ({ groupId, id: sessionIdOf(groupId, '2026-10-15', 1) }))
  drafts.push(...sessions.map(({ groupId, id }) => ({ record: 'session', row: id, fields: { groupId, date: '2026-10-15', slot: 1 } })))
  for (let place = 0; place < 10_000; place++) {
    const [personId, { groupId, id }] = [v7(), sessions[place % 20]!]
    drafts.push({
      record: 'person',
      row: personId,
      fields: { givenName: `Person ${place}`, familyName: 'Sample', phone: '01632 960000', bornOn: '1950-01-01' },
    })
    drafts.push({ record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since: '2026-01-01' } })
    for (let sign = 0; sign < 3; sign++) {
      drafts.push({
        record: 'signIn',
        row: v7(),
        fields: { sessionId: id, personId, arrivedAt: '2026-10-15T09:30:00.000Z', how: 'facilitator', byId: sam },
      })
    }
  }
  for (let from = 0; from < drafts.length; from += 5000) {
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      writeAsServer(tx, surgery.team, surgery.lead, 'fill', drafts.slice(from, from + 5000), surgery.now()),
    )
  }
}
