import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openPostgres } from '../../src/server/sql/postgres.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import type { RunPostgres } from './postgresForRun.ts'

/** A database of its own on the run's PostgreSQL; closing it drops it. Only in `x.pg.test.ts`. */
export async function throwAwayDatabase(): Promise<{ sql: Sql; address: RunPostgres; close(): Promise<void> }> {
  const run = inject('postgres')
  const name = `t_${randomBytes(6).toString('hex')}`
  await asAdmin(run, `create database ${name}`)
  const address = { ...run, database: name }
  const sql = openPostgres(address)
  return {
    sql,
    address,
    close: async () => {
      await sql.close()
      await asAdmin(run, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(run: RunPostgres, statement: string): Promise<void> {
  const client = new pg.Client(run)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
