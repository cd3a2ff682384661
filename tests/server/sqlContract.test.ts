import { openTestMemory } from '../support/memory.ts'
import { sqlContract } from './sqlContract.ts'

sqlContract('in memory', async () => {
  const sql = await openTestMemory()
  return { sql, close: () => sql.close() }
})
