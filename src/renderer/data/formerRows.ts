import { definitions, recordNames, type RecordName } from '../../shared/records/index.ts'
import { keyNow } from '../../shared/changes/formerNames.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { Row } from '../../shared/changes/row.ts'
import { keyFrom } from './storedKey.ts'
import type { Store } from './store.ts'

/** Rows moved in one transaction. */
const atOnce = 500

/**
 * Rows that lie under a name which their record had before are moved to the one it has now, each batch whole or not at all, at the first
 * opening by an app that knows the new name. Changes are not touched: they are read under the new name (`changes/formerNames.ts`).
 */
export async function moveFormerRows(store: Store): Promise<void> {
  const former = recordNames.flatMap((record) => (definitions[record].formerly ?? []).map((before) => ({ before, record })))
  if (store.state.formerNames === former.length) return
  if (store.isNew) {
    store.state = { ...store.state, formerNames: former.length } // written with the first change: until then the store is found empty
    return
  }
  for (const { before, record } of former) await moveRows(store, before, record)
  await store.commit({ state: { formerNames: former.length } }).catch(() => {}) // a full disk: the next opening looks again
}

async function moveRows(store: Store, before: string, record: RecordName): Promise<void> {
  for (;;) {
    const stored = await store.db.rows.where(':id').between(`${before}/`, `${before}0`).limit(atOnce).primaryKeys() // "0" follows "/"
    const gone = stored.map(keyFrom)
    if (gone.length === 0) return
    const rows = [...(await store.rowsOf(gone)).values()].map((row) => ({
      ...row,
      key: keyNow(row.key),
      record,
      base: renamed(row.base, record),
      view: renamed(row.view, record),
    }))
    await store.commit({ rows, gone }) // as everything else is written: in a full disk with the room that is set aside
  }
}

/** A row whose values that stand side by side may lie on disk as they did until 0.1.0: an object by stamp. */
export function withPairs(row: Row): Row {
  for (const side of Object.values(row.sides ?? {})) if (!Array.isArray(side.values)) side.values = Object.entries<Json>(side.values)
  return row
}

function renamed(row: Row | null, record: RecordName): Row | null {
  return row && { ...row, record }
}
