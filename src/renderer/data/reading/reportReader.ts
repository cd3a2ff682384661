import type { Entity, LinkOf, RecordName } from '../../../shared/records/index.ts'
import type { FieldOf, Picked, ReportReader } from '../../../shared/reports/defineReport.ts'
import { nextTurn } from '../after.ts'
import type { Store } from '../store.ts'

/** So many ids are looked up in one go: three years of registers in one would keep everything else waiting for a second. */
const atOnce = 100
/** After so many rows whoever else waits has a turn: a sign-in does not wait for a report. */
const rowsATurn = 500

/** Rows for a report from this laptop's store: what this laptop may have. What is written meanwhile has the report asked again. */
export function reportReader(store: Store): ReportReader {
  const linked = async <Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]> => {
    const found: Entity<Name>[] = []
    let read = 0
    for (let from = 0; from < ids.length; from += atOnce) {
      const lot = ids.slice(from, from + atOnce)
      await store.load(record, by, lot)
      for (const id of lot) found.push(...store.memory.linked(record, by, id))
      if (found.length - read < rowsATurn) continue
      read = found.length
      await nextTurn()
      await store.givingWay.turn()
    }
    return found
  }
  return {
    all: async (record) => store.memory.list(record),
    linked,
    pick: async (record) => store.memory.list(record),
    pickLinked: async <Name extends RecordName, Field extends FieldOf<Name>>(
      record: Name,
      by: LinkOf<Name> & Field,
      ids: readonly string[],
      fields: readonly Field[],
    ) => ((await store.pickLinked(record, by, ids, fields)) as Picked<Name, Field>[] | null) ?? linked(record, by, ids),
    giveWay: () => nextTurn().then(() => store.givingWay.turn()),
  }
}
