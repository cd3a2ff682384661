import { openValues, type Row } from '../changes/row.ts'

/** A field that two wrote at once is settled by whatever is saved next, also by one of the two as it stands: written, it replaces both. */
export function settled<Name extends string, Fields extends { [Field in Name]?: unknown }>(
  row: Row | undefined,
  field: Name,
  fields: Fields,
): { [Field in Name]?: Exclude<Fields[Name], undefined> } {
  const value = fields[field]
  const open = row !== undefined && value !== undefined && openValues(row, field).length > 1
  return (open ? { [field]: value } : {}) as { [Field in Name]?: Exclude<Fields[Name], undefined> }
}
