import type { Entity, RecordName } from '../records/index.ts'
import { refsTo } from '../records/refs.ts'

type Person = Entity<'person'>

/** Which fields of a record hold ids of people. What is said of two people names the two, joined or not. */
const naming = new Map<string, readonly string[]>(refsTo('person').map(({ record, fields }) => [record, record === 'samePerson' ? [] : fields]))

/** Records whose rows are shown otherwise when people are joined: those that name a person, and people themselves. */
export const recordsNamingPeople: ReadonlySet<RecordName> = new Set<RecordName>([
  'person',
  'samePerson',
  ...refsTo('person').map((one) => one.record),
])

/** Whether rows of a record are looked up by a person through this field. */
export function isOfPerson(record: RecordName, field: string): boolean {
  return naming.get(record)?.includes(field) ?? false
}

/** A row as it is shown: whoever was joined to somebody is called by that one's id. Nothing is written: undone, it is as it was. */
export function withSurvivors<Name extends RecordName, Row extends Partial<Entity<Name>>>(
  record: Name,
  entity: Row,
  survivors: ReadonlyMap<string, string>,
): Row {
  let shown = entity as Record<string, unknown>
  for (const field of naming.get(record) ?? []) {
    const then = resolved(shown[field], survivors, oneForEach.has(field))
    if (then === shown[field]) continue
    if (shown === entity) shown = { ...entity } // of fifty thousand rows hardly any changes: only those are made anew
    shown[field] = then
  }
  return shown as Row
}

/** Ids that stand beside another list in the same order: with whom each baby in a picture comes. Two babies of one parent stay two. */
const oneForEach: ReadonlySet<string> = new Set(['babiesOf'])

function resolved(value: unknown, survivors: ReadonlyMap<string, string>, keepsEach: boolean): unknown {
  if (typeof value === 'string') return survivors.get(value) ?? value
  if (!Array.isArray(value) || !value.some((id) => survivors.has(id as string))) return value
  const shown = value.map((id: string) => survivors.get(id) ?? id)
  return keepsEach ? shown : [...new Set(shown)]
}

/** What says that somebody is not on lists, and where they came from, is each one's own. */
const ownFields: ReadonlySet<string> = new Set(['id', 'archivedOn', 'removedBecause', 'importId', 'noPhone', 'noFixedAbode', 'noContactBecause'])
/** Whether each of these fields of somebody is their own: of them nothing is taken from who was joined to them. */
export function areOwn(fields: readonly string[]): boolean {
  return fields.every((one) => ownFields.has(one))
}

/** As many short things as a person may have. */
const mostAlerts = 8

/**
 * Somebody as they are shown with those joined to them: what nothing was said of is taken from these, the first first, and what every
 * leader must see is kept of all. Where both say something, the one who goes on is right; the other stays on the page of the two.
 */
export function withJoined(survivor: Person, joined: readonly Person[]): Person {
  const filled = { ...survivor } as Record<string, unknown>
  for (const one of joined) {
    for (const [field, value] of Object.entries(one)) if (!ownFields.has(field) && filled[field] === undefined) filled[field] = value
  }
  if (survivor.photo !== undefined) filled['photoUntil'] = survivor.photoUntil // of their own yes or no, and of no other
  const alerts = [...new Set([survivor, ...joined].flatMap((one) => one.alerts ?? []))]
  if (alerts.length > 0) filled['alerts'] = alerts.slice(0, mostAlerts)
  if (joined.some((one) => one.signInBlocked)) filled['signInBlocked'] = true
  return filled as unknown as Person
}
