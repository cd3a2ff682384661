import { reportReaderOf } from '../../src/server/reports.ts'
import { secretsIn } from '../../src/server/secrets.ts'
import { findEmbedded } from '../../src/server/sql/embedded.ts'
import { openPostgres } from '../../src/server/sql/postgres.ts'
import { tableOf } from '../../src/shared/reports/defineReport.ts'
import { reportOf, type AskedReport } from '../../src/shared/reports/index.ts'
import { must } from '../../src/shared/std/assert.ts'
import { thursday } from '../support/builders.ts'

/** What one report took. */
export type Took = AskedReport & { ms: number; lines: number }

/** Every report over three years, and those of a time or a thing of which there are many. */
export const asked: readonly AskedReport[] = [
  { name: 'uptake', params: { from: '2023-10-05', to: thursday } },
  { name: 'growth', params: { groupId: null } },
  ...(['practice', 'need', 'venue', 'gender'] as const).map((by): AskedReport => ({ name: 'uptakeBy', params: { quarter: '2026-Q3', by } })),
  { name: 'outcomes', params: { groupId: null } },
  { name: 'confidence', params: { groupId: null } },
  { name: 'flow', params: {} },
  { name: 'caseload', params: {} },
  { name: 'safety', params: { groupId: null } },
]

/** The slowest but the first of each, which finds nothing in the memory of a database that has just been filled. Milliseconds. */
export function worst(all: readonly Took[]): number {
  return Math.max(...all.slice(asked.length).map((one) => one.ms), ...(all.length > asked.length ? [] : all.map((one) => one.ms)))
}

if (process.send) await answer(process.argv[2]!, process.argv[3]!)

/** Asks what it is told to, in a process of its own: who looks after the server asks so. */
async function answer(folder: string, team: string): Promise<void> {
  const { databasePassword } = await secretsIn(folder)
  const sql = openPostgres(must(await findEmbedded(folder, databasePassword), 'running database'))
  process.on('message', (one: AskedReport | 'enough') => {
    if (one === 'enough') return void sql.close().then(() => process.disconnect())
    const from = performance.now()
    void sql
      .transaction({ team }, (tx) => tableOf(reportOf(one.name), reportReaderOf(tx, team), one.params as never, thursday, ['lead']))
      .then(({ rows }) => process.send!({ ...one, ms: performance.now() - from, lines: rows.length } satisfies Took))
  })
  process.send!('ready')
}
