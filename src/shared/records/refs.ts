import { definitions, recordNames, type RecordName } from './index.ts'

/** A record, and those of its fields that hold ids of another one. */
export interface Refs {
  record: RecordName
  fields: readonly string[]
}

/** Every record that names rows of this one, with the fields that do. A new record or field is here without being listed. */
export function refsTo(target: RecordName): Refs[] {
  return recordNames.flatMap((record) => {
    const { fields } = definitions[record]
    const naming = Object.keys(fields).filter((name) => fields[name]?.to.includes(target))
    return naming.length > 0 ? [{ record, fields: naming }] : []
  })
}
