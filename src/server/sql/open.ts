import type { Logger } from '../log.ts'
import { findEmbedded, startEmbedded } from './embedded.ts'
import { openPostgres } from './postgres.ts'
import type { Sql } from './sql.ts'

/** Where and how to open the database. */
export interface Opening {
  env: NodeJS.ProcessEnv
  /** The server's data folder. */
  folder: string
  password: string
  say: (line: string) => void
  log: Logger
  /** For a command beside a running server: use its database instead of refusing. */
  beside?: boolean
}

/** DATABASE_URL names a PostgreSQL; without it we run our own. Closing ends what we started. */
export async function openDatabase({ env, folder, password, say, log, beside }: Opening): Promise<Sql> {
  const broke = (error: Error) => log.warn({ error }, 'a connection to the database broke')
  if (env['DATABASE_URL']) return openPostgres(env['DATABASE_URL'], broke)
  const running = beside ? await findEmbedded(folder, password) : null
  if (running) return openPostgres(running, broke)
  const embedded = await startEmbedded({ folder, password, say })
  const sql = openPostgres(embedded, broke)
  return {
    transaction: sql.transaction,
    close: async () => {
      await sql.close()
      await embedded.stop()
    },
  }
}
