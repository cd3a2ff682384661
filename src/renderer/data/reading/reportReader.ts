import type { Entity, LinkOf, RecordName } from '../../../shared/records/index.ts'
import type { ReportReader } from '../../../shared/reports/defineReport.ts'
import type { Store } from '../store.ts'

/** Rows for a report from this laptop's store: what this laptop may have. */
export function reportReader(store: Store): ReportReader {
  return {
    all: async (record) => store.memory.list(record),
    linked: async <Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]> => {
      await store.load(record, by, ids)
      return ids.flatMap((id) => store.memory.linked(record, by, id))
    },
  }
}
