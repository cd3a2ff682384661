import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPage } from '../../src/server/page.ts'
import { sightFrom } from '../../src/server/sight.ts'
import { noVersions } from '../../src/server/sightVersions.ts'
import type { Transaction } from '../../src/server/sql/sql.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory' })
})
afterAll(() => surgery.close())

/** Says how the engine would go about each statement, instead of doing it. */
function explaining(tx: Transaction, plans: string[]): Transaction {
  return {
    ...tx,
    query: async (text, values) => {
      plans.push((await tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((line) => line['QUERY PLAN']).join('\n'))
      return []
    },
  }
}

/** How long the log was when the planner looked at it, and how long it is since. */
const [before, after] = [3_000, 30_000]

function grow(tx: Transaction, first: number, last: number): Promise<unknown> {
  return tx.query(
    `insert into change_log select $1, n, gen_random_uuid(), gen_random_uuid(), n, 'signIn', gen_random_uuid(), '', now(), '', '', '{}'
     from generate_series($2::bigint, $3::bigint) n`,
    [surgery.team, first, last],
  )
}

/**
 * A planner that had looked at the log before a crowd came took all changes since the bookmark for a handful, and read them again
 * for every row: the first laptops waited for four seconds, one for 52.
 */
it('a page of some groups looks at the changes of its rows alone, whatever the planner thinks of a log that has just grown', async () => {
  const me = v7()
  const sight = sightFrom(new Map([[me, [v7(), v7()]]]), me, 'facilitator', Date.now(), noVersions)
  const plans: string[] = []
  await surgery.sql.transaction({ team: surgery.team, as: 'owner' }, async (tx) => {
    await grow(tx, 100, before)
    await tx.script('analyze')
    await grow(tx, before + 1, after)
  })
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    readPage(explaining(tx, plans), {
      team: surgery.team,
      device: v7(),
      writtenBefore: 0,
      sight,
      after: before,
      head: { revision: after, chain: '', durable: 0 },
    }),
  )
  expect(plans).toHaveLength(2)
  for (const plan of plans) {
    expect(plan).toContain('change_log_row')
    expect(plan).not.toContain('change_log_pkey')
  }
})
