import { expect, it } from 'vitest'
import { migrate } from '../../src/server/sql/migrate.ts'
import { throwAwayDatabase } from '../support/postgres.ts'
import { sqlContract } from './sqlContract.ts'

sqlContract('PostgreSQL', throwAwayDatabase)

it('is brought up to date by one of several servers that start at once', async () => {
  const { sql, close } = await throwAwayDatabase()
  const done = await Promise.all(Array.from({ length: 6 }, () => migrate(sql)))
  expect(done.filter((names) => names.length > 0)).toHaveLength(1)
  await close()
})

it('a transaction in which a statement failed is never called done, though nobody heard of the failure', async () => {
  const { sql, close } = await throwAwayDatabase()
  await migrate(sql)
  const scope = { team: null, as: 'owner' } as const
  await sql.transaction(scope, (tx) => tx.script('create table mark (name text)'))
  const quiet = sql.transaction(scope, async (tx) => {
    await tx.query(`insert into mark values ('before')`)
    await tx.query('select 1 / 0').catch(() => undefined)
  })
  await expect(quiet).rejects.toThrow('ROLLBACK')
  expect(await sql.transaction(scope, (tx) => tx.query('select name from mark'))).toEqual([])
  await close()
})
