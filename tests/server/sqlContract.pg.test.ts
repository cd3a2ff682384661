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
