import type { Row } from '../../shared/changes/row.ts'
import type { Stamp } from '../../shared/std/stamp.ts'
import { withPairs } from './formerRows.ts'
import { withSharedStamps } from './sharedStamps.ts'

/**
 * A row as it is sealed: its record and id are in its key already, and fields that one change wrote have their stamp once. Of a sign-in
 * that is half of its letters, which are written, moved about by the store, read and unsealed each time.
 */
export interface PackedRow {
  fields: Row['fields']
  /** One stamp for all fields; or each stamp, with the fields it is of. */
  at: Stamp | [stamp: Stamp, fields: string[]][]
  sides?: Row['sides']
}

/** The row, to be sealed. */
export function pack({ fields, stamps, sides }: Row): PackedRow {
  const { [Object.keys(stamps)[0] ?? '']: first } = stamps
  const isOne = first !== undefined && areOf(fields, stamps, first)
  return { fields, at: isOne ? first : byStamp(stamps), ...(sides ? { sides } : {}) }
}

/** Reads one, or a row that was sealed whole, as all were until 0.1.0. */
export function unpack(record: string, id: string, packed: PackedRow | Row): Row {
  if (!('at' in packed)) return withSharedStamps(withPairs(packed))
  const { fields, at, sides } = packed
  const stamps: Row['stamps'] = {}
  if (typeof at === 'string') for (const field in fields) stamps[field] = at
  else for (const [stamp, names] of at) for (const field of names) stamps[field] = stamp
  return sides ? { record, id, fields, stamps, sides } : { record, id, fields, stamps }
}

/** Whether there is this one stamp for each field, and for nothing else. */
function areOf(fields: Row['fields'], stamps: Row['stamps'], one: Stamp): boolean {
  const names = Object.keys(stamps)
  return names.length === Object.keys(fields).length && names.every((field) => stamps[field] === one && field in fields)
}

function byStamp(stamps: Row['stamps']): [Stamp, string[]][] {
  const groups: [Stamp, string[]][] = []
  for (const [field, stamp] of Object.entries(stamps)) {
    const group = groups.find(([at]) => at === stamp)
    if (group) group[1].push(field)
    else groups.push([stamp, [field]])
  }
  return groups
}
