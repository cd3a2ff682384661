import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../../src/server/sql/embedded.ts'
import { openPostgres } from '../../../src/server/sql/postgres.ts'
import type { Sql } from '../../../src/server/sql/sql.ts'

/** A database of the run's own: on the PostgreSQL that DATABASE_URL names, or on ours as it ships. */
export interface BenchDatabase {
  url: string
  sql: Sql
  /** "PostgreSQL 18.4 (ours)" */
  version: string
  /** What it promises of a commit. */
  durability: string
  close(): Promise<void>
}

/** Opens it. @param folder where ours keeps its files */
export async function openBenchDatabase(folder: string): Promise<BenchDatabase> {
  const given = process.env['DATABASE_URL']
  const ours = given ? null : await startOurs(join(folder, 'database'))
  const admin = given ?? ours?.url ?? ''
  const name = `bench_${randomBytes(6).toString('hex')}`
  await ask(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  const sql = openPostgres(url.href)
  const [facts] = await ask(admin, `select current_setting('server_version') as version, current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`)
  return {
    url: url.href, sql,
    version: `PostgreSQL ${facts?.['version']} (${given ? 'DATABASE_URL' : 'ours'})`,
    durability: `fsync ${facts?.['fsync']}, synchronous_commit ${facts?.['commit']}, full_page_writes ${facts?.['pages']}`,
    async close() {
      await sql.close()
      await ask(admin, `drop database ${name} with (force)`)
      await ours?.stop()
    },
  }
}

async function startOurs(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755) // run as root, the database's own user must get in
  const { host, port, user, password, database, stop } = await startEmbedded({ folder, password: 'only-for-this-run-of-the-bench' })
  return { url: `postgres://${user}:${password}@${host}:${port}/${database}`, stop }
}

async function ask(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, string>[]
  } finally {
    await client.end()
  }
}
