import type { Json } from '../../shared/changes/change.ts'
import type { RowKey } from '../../shared/changes/row.ts'
import { definitions, recordNames } from '../../shared/records/index.ts'
import { isOfErased, personFieldsOf } from '../../shared/rules/erased.ts'
import { linkOf, type HeldRow } from './memory.ts'
import type { Store } from './store.ts'

/**
 * Every row on this laptop that is theirs and nobody else's: by link where there is one, else every row of the record is looked at. It happens
 * a few times a year.
 */
export async function rowsOfPeople(store: Store, people: ReadonlySet<string>): Promise<HeldRow[]> {
  const found = new Map<RowKey, HeldRow>()
  const take = (row: HeldRow) => {
    const now = store.memory.row(row.key) ?? row
    if (isOfErased(now.record, now.key.slice(now.record.length + 1), fieldsOf(now), people)) found.set(now.key, now)
  }
  for (const row of (await store.rowsOf([...people].map((one) => `person/${one}`))).values()) take(row)
  for (const name of recordNames) {
    const by = personFieldsOf(name)
    const linked = by.filter((field) => definitions[name].links.includes(field))
    const links = linked.flatMap((field) => [...people].map((one) => linkOf(name, field, one)))
    await (linked.length === by.length ? store.eachLinked(links, take) : store.eachStored(name, take))
  }
  return [...found.values()]
}

/** What either side of a row says. */
export function fieldsOf({ base, view }: HeldRow): { [field: string]: Json } {
  return { ...base?.fields, ...view?.fields }
}
