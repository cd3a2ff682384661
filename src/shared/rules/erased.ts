import type { Change, Json } from '../changes/change.ts'
import { erasedText, type Row } from '../changes/row.ts'
import { definitionOf, definitions, recordNames, recordNow, type RecordName } from '../records/index.ts'

/** Lists of people by the id alone, with no word of any of them: what is counted there is nobody's, and stays as it is. The stub is nobody's either. */
const nobodys: readonly RecordName[] = ['headCount', 'contactLook', 'erasure']

const personFields: ReadonlyMap<RecordName, readonly string[]> = new Map(
  recordNames
    .filter((name) => !nobodys.includes(name))
    .map((name) => [name, Object.keys(definitions[name].fields).filter((one) => definitions[name].fields[one]?.to.includes('person'))] as const),
)

/** By which fields of a record its rows belong to a person: those that hold the id of one, or of several. */
export function personFieldsOf(record: string): readonly string[] {
  return personFields.get(recordNow(record) as RecordName) ?? []
}

type Fields = Readonly<Record<string, Json | undefined>>

/**
 * Whether a row or change with these fields is one of these people's: it names one of them by themselves, or several and nobody else. What
 * names others too is theirs as well, and stays (SPEC SY41).
 */
export function isOfErased(record: string, row: string, fields: Fields, people: ReadonlySet<string>): boolean {
  if (record === 'person') return people.has(row)
  const values = personFieldsOf(record).map((name) => fields[name])
  if (values.some((value) => typeof value === 'string' && people.has(value))) return true
  const listed = values.flatMap((value) => (Array.isArray(value) ? value : [])) // all lists together: who is in a picture, and whose babies are
  return listed.length > 0 && listed.every((one) => typeof one === 'string' && people.has(one))
}

/**
 * What is left of the fields: ids, and what the record file says, each only as its record allows it, for what is on hold may be anything. Of a
 * record that this app does not know, nothing.
 */
export function leftOf(record: string, fields: Fields): Record<string, Json> {
  const definition = definitionOf(recordNow(record))
  if (!definition) return {}
  const { keeps, marks = [] } = definition.whenErased ?? { keeps: [] }
  const left = Object.entries(fields).flatMap(([name, value]): [string, Json][] => {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
    if (value === undefined || !field) return []
    if (keeps.includes(name) || field.to.length > 0) return field.schema.safeParse(value).success ? [[name, value]] : []
    return marks.includes(name) ? [[name, value === null ? null : erasedText]] : []
  })
  return Object.fromEntries(left)
}

/** Everything of a change but its fields: ids, numbers and stamps. What a newer app adds beside them is not known, and goes. */
const aroundFields = [
  ...['id', 'team', 'device', 'sequence', 'stamp', 'actor', 'act', 'command', 'record', 'row', 'version'],
  ...['revision', 'effective'], // as the server tells it
]

/** A change without the words in it: who wrote it, when, of which row, and what is left of the fields. */
export function erasedChange<Any extends Change>(change: Any): Omit<Any, 'basedOn'> {
  const around = Object.entries(change).filter(([name]) => aroundFields.includes(name))
  return { ...Object.fromEntries(around), fields: leftOf(change.record, change.fields) } as unknown as Omit<Any, 'basedOn'>
}

/** A row without the words in it: what its changes make, once they are `erasedChange`s. */
export function erasedRow(row: Row): Row {
  const fields = leftOf(row.record, row.fields)
  const stamps = Object.fromEntries(Object.keys(fields).flatMap((name) => (row.stamps[name] ? [[name, row.stamps[name]]] : [])))
  return { record: row.record, id: row.id, fields, stamps }
}
