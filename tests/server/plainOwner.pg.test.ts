import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { restoreBackup, writeBackup } from '../../src/server/backup.ts'
import { makeBackupKey } from '../../src/server/backup/seal.ts'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { startServer } from '../../src/server/index.ts'
import { nothingKnown } from '../../src/server/ledger.ts'
import { migrate } from '../../src/server/sql/migrate.ts'
import { openPostgres } from '../../src/server/sql/postgres.ts'

/** A database whose owner is no superuser, as a hospital's database service gives it. */
async function plainDatabase(name: string, prepare: string): Promise<{ url: string; admin: pg.Client; end(): Promise<void> }> {
  const run = inject('postgres')
  const admin = new pg.Client(run)
  await admin.connect()
  await admin.query(`create role ${name} login password 'x' nosuperuser`)
  await admin.query(prepare)
  await admin.query(`create database ${name} owner ${name}`)
  const end = async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  }
  return { url: `postgres://${name}:x@${run.host}:${run.port}/${name}`, admin, end }
}

it('works for an owner who is bound by row-level security too: joining, backup, restore', async () => {
  const { url, end } = await plainDatabase(
    'plain_a',
    `do $$ begin create role gather_app nologin; exception when duplicate_object then null; end $$; grant gather_app to plain_a`,
  )
  const sql = openPostgres(url)
  const server = await startServer({ sql, recoveryKey: makeRecoveryKey(), port: -1, sample: true })
  expect((await server.app.inject({ method: 'POST', url: '/sample', payload: {} })).statusCode).toBe(200)
  expect((await server.app.inject({ method: 'POST', url: '/enrol', payload: { code: server.firstCode, deviceName: 'x' } })).statusCode).toBe(200)
  const folder = await mkdtemp(join(tmpdir(), 'gather-plain-'))
  const { publicHalf, privateHalf } = await makeBackupKey()
  const { file, summary } = await writeBackup(sql, { folder, nowMs: Date.now(), publicHalf, recoveryKeys: [] })
  expect(summary.teams.size).toBe(2)
  const how = { before: 'replace' as const, ledger: nothingKnown(), nowMs: Date.now(), privateHalf }
  expect((await restoreBackup(sql, file, how)).summary.teams).toEqual(summary.teams)
  await rm(folder, { recursive: true })
  await server.close()
  await sql.close()
  await end()
})

it('says what an administrator must do when the owner may not make the role', async () => {
  const { url, end } = await plainDatabase('plain_b', 'select 1')
  const sql = openPostgres(url)
  await expect(migrate(sql)).rejects.toThrow('grant gather_app to')
  await sql.close()
  await end()
})
