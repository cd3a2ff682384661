import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../../src/server/sql/embedded.ts'
import { openPostgres } from '../../../src/server/sql/postgres.ts'
import type { Sql } from '../../../src/server/sql/sql.ts'
import { familyOf, parentOf } from './processes.ts'

/** A database of the run's own: on the PostgreSQL that DATABASE_URL names, or on ours as it ships. */
export interface BenchDatabase {
  url: string
  sql: Sql
  /** "PostgreSQL 18.4 (ours)" */
  version: string
  /** What it promises of a commit. */
  durability: string
  /** Its processes on this machine, where it is ours: those of open connections are its children. */
  processes(): Promise<number[]>
  /** Whether it flushes what is committed. A database that is not ours may refuse, and goes on as it was. */
  flushes(on: boolean): Promise<void>
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
  const [facts] = await ask(
    admin,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  )
  return {
    url: url.href,
    sql,
    version: `PostgreSQL ${facts?.['version']} (${given ? 'DATABASE_URL' : 'ours'})`,
    durability: `fsync ${facts?.['fsync']}, synchronous_commit ${facts?.['commit']}, full_page_writes ${facts?.['pages']}`,
    async processes() {
      const [one] = ours ? await ask(admin, `select pid from pg_stat_activity where backend_type = 'checkpointer'`) : []
      return one ? familyOf(parentOf(Number(one['pid']))) : []
    },
    async flushes(on) {
      for (const statement of ['checkpoint', on ? 'alter system reset fsync' : 'alter system set fsync = off', 'select pg_reload_conf()']) {
        await ask(admin, statement).catch(() => undefined)
      }
    },
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
