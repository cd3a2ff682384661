import { keyOf, stampsIn } from '../../../shared/changes/row.ts'
import { records, type RecordName } from '../../../shared/records/index.ts'
import { belongs } from '../../../shared/rules/belongs.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { later, zeroStamp, type Stamp } from '../../../shared/std/stamp.ts'
import type { ViewContext } from './context.ts'

/** Every record that names a person, with the fields that do: a new one is here without being listed. */
const naming = (Object.keys(belongs) as RecordName[]).flatMap((name) => {
  const { person, names = [] } = belongs[name]
  const own = 'personId' in records[name].schema.shape ? ['personId'] : []
  const fields = [...new Set([...(person ? [person] : []), ...names, ...own])]
  return fields.length > 0 ? [{ name, fields }] : []
})

/** Field by which the rows of a record are looked up: for a person, or by their session; null where all of them are in memory. */
function lookUp({ name, fields }: (typeof naming)[number]): string | null {
  const links = records[name].links as readonly string[]
  return [...fields, 'sessionId'].find((field) => links.includes(field)) ?? null
}

/**
 * When each of these people was last written about, in any record that names them; their own row counts too.
 * @param since what happened at sessions is looked at from this day on
 */
export async function lastTouches(context: ViewContext, ids: readonly string[], since: PlainDate): Promise<Map<string, Stamp>> {
  const sessions = context.store.memory.list('session').filter((one) => one.date >= since).map((one) => one.id)
  const last = new Map<string, Stamp>(ids.map((id) => [id, latestOf(context, 'person', id)]))
  for (const one of naming) {
    for (const row of await rowsOf(context, one.name, lookUp(one), ids, sessions)) {
      const stamp = latestOf(context, one.name, row.id)
      for (const id of one.fields.flatMap((field) => row[field as keyof typeof row] as string | string[] | undefined)) {
        const before = id === undefined ? undefined : last.get(id)
        if (id !== undefined && before !== undefined) last.set(id, later(before, stamp))
      }
    }
  }
  return last
}

async function rowsOf(context: ViewContext, name: RecordName, by: string | null, ids: readonly string[], sessions: readonly string[]) {
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
