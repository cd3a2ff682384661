import { keyOf } from '../../shared/changes/row.ts'
import { recordsNamingPeople } from '../../shared/rules/asJoined.ts'
import type { Memory } from './memory.ts'
import type { Touched } from './store.ts'

/** What a write touched, with what is shown otherwise because of it: an answer about two people touches all that names people. */
export function withNamed(touched: Touched, memory: Memory): Touched {
  if (!touched.records.has('samePerson')) return touched
  void memory.joins.any // works out who is named
  const keys = [...touched.keys, ...[...memory.joins.named].map((id) => keyOf('person', id))]
  return { ...touched, keys, records: new Set([...touched.records, ...recordsNamingPeople]) }
}
