import { PGlite, types, type Transaction as LiteTransaction } from '@electric-sql/pglite'
import { enteringOf, isoOf, openingOf, withRetry, type Scope, type Sql, type Transaction } from './sql.ts'
import { Statements } from './statements.ts'

/** The same readings as postgres.ts promises. */
const parsers = {
  [types.INT8]: Number,
  [types.TIMESTAMPTZ]: (text: string) => isoOf(text),
  [types.NUMERIC]: Number,
}

/**
 * PostgreSQL in memory, for unit tests only: on disk it does not flush, and it has one connection, so it can never show
 * a race (sync-security 4.2). Costs two seconds to open and half a gigabyte.
 * @param image of another, so that it opens in a third of the time
 */
export async function openMemory(image?: Blob): Promise<Sql> {
  return sqlOn(await PGlite.create({ parsers, ...(image ? { loadDataDir: image } : {}) }))
}

/** A database in memory, made ready and written down, for `openMemory`. 40 MB. */
export async function imageOfMemory(makeReady: (sql: Sql) => Promise<unknown>): Promise<Blob> {
  const lite = await PGlite.create({ parsers })
  await makeReady(sqlOn(lite))
  const image = await lite.dumpDataDir('none')
  await lite.close()
  return image
}

function sqlOn(lite: PGlite): Sql {
  const statements = new Statements(lite)
  return {
    transaction: (scope, work) => withRetry(() => lite.transaction((tx) => runOn(tx, statements, scope, work))),
    close: () => lite.close(),
  }
}

async function runOn<Answer>(
  lite: LiteTransaction,
  statements: Statements,
  scope: Scope,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const isolation = scope.isolation === 'snapshot' ? 'set transaction isolation level repeatable read read only;' : ''
  const opening = `${isolation}${openingOf(scope)}`
  if (opening) await lite.exec(opening)
  const rows = <Found>(text: string, values?: readonly unknown[]) => statements.rows<Found>(lite, text, values)
  return work({
    query: rows,
    again: rows,
    async script(text) {
      statements.look(text)
      await lite.exec(text)
    },
    async enterTeam(team) {
      await lite.exec(enteringOf(team))
    },
  })
}
