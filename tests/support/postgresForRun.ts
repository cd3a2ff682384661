import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/server/sql/embedded.ts'

/** Where the run's PostgreSQL listens. */
export interface RunPostgres {
  host: string
  port: number
  user: string
  password: string
  database: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: RunPostgres
  }
}

/** One real PostgreSQL for a run of tests, ours as it ships; its folder goes with it. */
export default async function postgresForRun(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-tests-'))
  await chmod(folder, 0o755) // run as root, the database's own user must get in
  const bin = process.env['GATHER_TEST_POSTGRES'] // the programs of another version: "/usr/lib/postgresql/15/bin"
  const embedded = await startEmbedded({
    folder,
    password: 'only-for-this-run-of-tests',
    settings: ['max_connections=120'],
    ...(bin ? { binaries: { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') } } : {}),
  })
  const { host, port, user, password, database } = embedded
  project.provide('postgres', { host, port, user, password, database })
  return async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
