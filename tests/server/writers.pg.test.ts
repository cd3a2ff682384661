import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { openExchange } from '../../src/server/exchange.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { protocolVersion } from '../../src/shared/sync/protocol.ts'
import { randomFrom } from '../sim/random.ts'
import { throwAwayDatabase } from '../support/postgres.ts'
import { openSurgery } from '../support/surgery.ts'

const writers = 16
const batchesEach = 30
const random = randomFrom(20261127)

/** Commits up to 4 ms late, at random: what a busy disk does now and then. */
function late(sql: Sql): Sql {
  return {
    transaction: (scope, work) =>
      sql.transaction(scope, async (tx) => {
        const answer = await work(tx)
        await sleep(random.next() * 4)
        return answer
      }),
    close: () => sql.close(),
  }
}

/** Sixteen write while one reads on from its bookmark. Answers how many were written and never seen. */
async function lostInRace(write: (writer: number) => Promise<string[]>, readOn: () => Promise<string[]>): Promise<{ written: number; lost: number }> {
  const written: string[] = []
  const seen = new Set<string>()
  let running = true
  const reading = (async () => {
    while (running) {
      for (const id of await readOn()) seen.add(id)
      await sleep(2)
    }
  })()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let batch = 0; batch < batchesEach; batch++) written.push(...(await write(writer)))
    }),
  )
  running = false
  await reading
  for (let more = await readOn(); more.length > 0; more = await readOn()) for (const id of more) seen.add(id)
  return { written: written.length, lost: written.filter((id) => !seen.has(id)).length }
}

it('[SY9][SY10] sixteen writers with late commits: a reader is offered every revision, and there is no gap', async () => {
  const surgery = await openSurgery({ kind: 'postgres' })
  const laptops = await Promise.all(Array.from({ length: writers }, () => surgery.enrol()))
  const reader = await surgery.enrol()
  await reader.load()
  const exchange = openExchange(late(surgery.sql), Date.now)
  const write = async (writer: number) => {
    const laptop = laptops[writer]!
    const changes = Array.from({ length: 1 + random.below(4) }, () => laptop.write('person', v7(), { givenName: 'A' }))
    const request = { protocol: protocolVersion, appVersion: 't', team: surgery.team, deviceNow: Date.now(), bookmark: null, waiting: 0, changes }
    const reply = await exchange(surgery.team, laptop.joined.token, request, Date.now())
    expect(reply.results.every((one) => one.state === 'accepted')).toBe(true)
    return changes.map((change) => change.id)
  }
  const { written, lost } = await lostInRace(write, async () => (await reader.exchange()).changes.map((change) => change.id))
  expect({ lost }).toEqual({ lost: 0 })
  expect(written).toBeGreaterThan(writers * batchesEach)
  const gaps = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ n: number; last: number; head: number }>(
      'select count(*) as n, max(l.revision) as last, max(h.revision) as head from change_log l, team_head h',
    ),
  )
  expect(gaps[0]!.n).toBe(gaps[0]!.last)
  expect(gaps[0]!.n).toBe(gaps[0]!.head)
  await surgery.close()
})

it('the same race with a plain sequence loses: the test above can fail', async () => {
  const { sql: prompt, close } = await throwAwayDatabase()
  const owner = { team: null, as: 'owner' } as const
  await prompt.transaction(owner, (tx) => tx.script('create table plain (revision bigserial primary key, id uuid not null)'))
  const sql = late(prompt)
  const write = async () => {
    const ids = Array.from({ length: 1 + random.below(4) }, () => v7())
    await sql.transaction(owner, (tx) => tx.query('insert into plain (id) select unnest($1::uuid[])', [ids]))
    return ids
  }
  let bookmark = 0
  const { written, lost } = await lostInRace(write, async () => {
    const found = await prompt.transaction(owner, (tx) =>
      tx.query<{ revision: number; id: string }>('select revision, id from plain where revision > $1 order by revision limit 500', [bookmark]),
    )
    bookmark = found.at(-1)?.revision ?? bookmark
    return found.map((one) => one.id)
  })
  expect(written).toBeGreaterThan(writers * batchesEach)
  expect(lost).toBeGreaterThan(0)
  console.log(`a plain sequence lost ${lost} of ${written}`)
  await close()
})

it('[SY3] a batch sent twice at the same moment is taken in once', async () => {
  const surgery = await openSurgery({ kind: 'postgres' })
  const laptop = await surgery.enrol()
  const changes = [laptop.write('person', v7(), { givenName: 'A' }), laptop.write('person', v7(), { givenName: 3 })]
  const replies = await Promise.all(Array.from({ length: 8 }, () => laptop.exchange(changes)))
  for (const reply of replies) expect(reply.results).toEqual(replies[0]!.results)
  const [found] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ logged: number; held: number }>(
      'select (select count(*) from change_log where device = $1) as logged, (select count(*) from held) as held',
      [laptop.joined.device],
    ),
  )
  expect(found).toEqual({ logged: 1, held: 1 })
  await surgery.close()
})

it('a code that eight laptops type at the same moment lets one of them in (as happened to brave/sync 333)', async () => {
  const surgery = await openSurgery({ kind: 'postgres' })
  const code = await surgery.codeFor(surgery.lead)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => surgery.handle('/enrol', { code, deviceName: `laptop ${at}` })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 403)])
  const [found] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ count: number }>(`select count(*) from device where kind = 'laptop'`),
  )
  expect(found?.count).toBe(1)
  await surgery.close()
})
