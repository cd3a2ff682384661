import { definitions, recordNames, type RecordName } from '../../shared/records/index.ts'
import type { Row } from '../../shared/changes/row.ts'
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
  const { rows } = store.db
  for (;;) {
    const found = await rows.where(':id').between(`${before}/`, `${before}0`).limit(atOnce).toArray() // "0" follows "/"
    if (found.length === 0) return
    const moved = await Promise.all(found.map(async (stored) => {
      const row = await store.unseal(stored)
      return store.seal({ ...row, key: row.key.replace(`${before}/`, `${record}/`), record, base: renamed(row.base, record), view: renamed(row.view, record) })
    }))
    await store.db.transaction('rw', rows, () => Promise.all([rows.bulkPut(moved), rows.bulkDelete(found.map((one) => one.key))]))
  }
}

function renamed(row: Row | null, record: RecordName): Row | null {
  return row && { ...row, record }
}
