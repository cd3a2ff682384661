import { keyOf, stampsIn } from '../../../shared/changes/row.ts'
import { definitions, type LinkOf, type RecordName } from '../../../shared/records/index.ts'
import { refsTo, type Refs } from '../../../shared/records/refs.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { later, zeroStamp, type Stamp } from '../../../shared/std/stamp.ts'
import type { ViewContext } from './context.ts'

const naming = refsTo('person')

/** Field by which the rows of a record are looked up: for a person, or by their session; null where all of them are in memory. */
function lookUp({ record, fields }: Refs): LinkOf<RecordName> | null {
  const links = definitions[record].links as readonly LinkOf<RecordName>[]
  return links.find((link) => link !== 'sessionId' && fields.includes(link)) ?? links.find((link) => link === 'sessionId') ?? null
}

/**
 * When each of these people was last written about, in any record that names them; their own row counts too.
 * @param since what happened at sessions is looked at from this day on
 */
export async function lastTouches(context: ViewContext, ids: readonly string[], since: PlainDate): Promise<Map<string, Stamp>> {
  const sessions = context.store.memory
    .list('session')
    .filter((one) => one.date >= since)
    .map((one) => one.id)
  const last = new Map<string, Stamp>(ids.map((id) => [id, latestOf(context, 'person', id)]))
  for (const one of naming) {
    for (const row of await rowsOf(context, one.record, lookUp(one), ids, sessions)) {
      const stamp = latestOf(context, one.record, row.id)
      for (const id of one.fields.flatMap((field) => row[field as keyof typeof row] as string | string[] | undefined)) {
        const before = id === undefined ? undefined : last.get(id)
        if (id !== undefined && before !== undefined) last.set(id, later(before, stamp))
      }
    }
  }
  return last
}

async function rowsOf(context: ViewContext, name: RecordName, by: LinkOf<RecordName> | null, ids: readonly string[], sessions: readonly string[]) {
  const { store } = context
  if (by === null) return store.memory.list(name)
  const those = by === 'sessionId' ? sessions : ids
  await store.load(name, by, those)
  return those.flatMap((id) => store.memory.linked(name, by, id))
}

/** Latest stamp of a row. */
export function latestOf(context: ViewContext, record: RecordName, id: string): Stamp {
  const row = context.store.memory.row(keyOf(record, id))?.view
  return row ? stampsIn(row).reduce(later, zeroStamp) : zeroStamp
}
