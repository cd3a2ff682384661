import { recordNow } from '../records/index.ts'
import { keyOf, type RowKey } from './row.ts'

/**
 * What was written under a name that its record had before, read under today's. A change itself is never altered: its hash stands in
 * the team's chain, and a laptop that sends it once more must send the same. So this is done where a change is read, not where it is kept.
 */
export function underNameNow<Named extends { record: string }>(named: Named): Named {
  const record = recordNow(named.record)
  return record === named.record ? named : { ...named, record }
}

/** The same of the key of a row. */
export function keyNow(key: RowKey): RowKey {
  const slash = key.indexOf('/')
  return keyOf(recordNow(key.slice(0, slash)), key.slice(slash + 1))
}
