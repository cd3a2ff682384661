import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../../src/server/sql/embedded.ts'

/** One real PostgreSQL for the whole run; each surgery gets a database of its own on it. */
export default async function databaseForRun(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-e2e-'))
  await chmod(folder, 0o755) // run as root, the database's own user must get in
  const { host, port, user, password, database, stop } = await startEmbedded({ folder, password: 'only-for-this-run' })
  process.env['GATHER_TEST_DATABASE'] = `postgres://${user}:${password}@${host}:${port}/${database}`
  return async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}
