import { definitionOf } from '../records/index.ts'
import { jsonText } from '../std/json.ts'
import { readStamp, type Stamp } from '../std/stamp.ts'
import type { AcceptedChange, Change, Json } from './change.ts'
import { effectiveStamp } from './change.ts'
import { emptyRow, erasedText, openValues, type Row, type Side } from './row.ts'

/**
 * A change into a row. The same row comes out whatever the order and however often a change comes (SPEC SY5): newest
 * stamp wins field by field; a side-by-side field keeps every value nobody has seen and replaced.
 */
export function fold(row: Row | undefined, change: Change | AcceptedChange): Row {
  const before = row ?? emptyRow(change.record, change.row)
  const at = effectiveStamp(change)
  const beside = definitionOf(change.record)?.sideBySide ?? []
  const next: Row = { ...before, fields: { ...before.fields }, stamps: { ...before.stamps } }
  for (const [field, value] of Object.entries(change.fields)) {
    if (beside.includes(field)) keepBeside(next, field, at, value, change.basedOn?.[field] ?? [])
    else if (isNewer(at, value, before, field)) set(next, field, at, value)
  }
  return next
}

/** All changes into a row, from nothing or from what the server said. */
export function foldAll(row: Row | undefined, changes: readonly (Change | AcceptedChange)[]): Row | undefined {
  return changes.reduce<Row | undefined>(fold, row)
}

function isNewer(at: string, value: Json, row: Row, field: string): boolean {
  const held = row.stamps[field]
  if (held === undefined || at > held) return true
  return at === held && winsTie(value, row.fields[field])
}

/**
 * Equal stamps happen when one device re-used a clock (a copied profile): then the text decides, anywhere alike. And when a laptop folds its own
 * change, with its words or without, into what the server has of it without or with them: what the server has stands (SPEC SY42).
 */
function winsTie(value: Json, held: Json | undefined): boolean {
  if (value === erasedText || held === erasedText) return false
  return jsonText(value) > jsonText(held)
}

function set(row: Row, field: string, at: string, value: Json): void {
  row.fields[field] = value
  row.stamps[field] = at
}

function keepBeside(row: Row, field: string, at: string, value: Json, replaces: readonly string[]): void {
  const side: Side = row.sides?.[field] ?? { values: [], over: [] }
  const seen = replaces.filter((one) => !isLaterOfSame(one, at)) // its own, not sent yet: the server has moved this one before it
  const over = [...new Set([...side.over, ...seen])].sort()
  const all = withValue(side.values, at, value)
  const written = [...all.map(([stamp]) => stamp), ...side.over.filter((stamp) => !side.named?.includes(stamp))]
  const stands = (stamp: Stamp) => !over.includes(stamp) && !written.some((other) => isLaterOfSame(other, stamp))
  const values = all.filter(([stamp]) => stands(stamp)).sort(([a], [b]) => (a < b ? -1 : 1))
  const named = over.filter((stamp) => !written.some((other) => other === stamp || isLaterOfSame(other, stamp)))
  row.sides = { ...row.sides, [field]: { values, over, ...(named.length > 0 ? { named } : {}) } }
  const newest = openValues(row, field)[0]
  if (newest) set(row, field, newest.stamp, newest.value)
}

function withValue(values: Side['values'], at: Stamp, value: Json): Side['values'] {
  const held = values.find(([stamp]) => stamp === at)
  if (held && !winsTie(value, held[1])) return values
  return [...values.filter((one) => one !== held), [at, value]]
}

/**
 * A laptop has seen what it wrote itself. `basedOn` cannot say so for what was not sent yet: the server may move its
 * stamps (SPEC SY12), and one person's two edits would stand beside each other as a question.
 */
function isLaterOfSame(other: string, stamp: string): boolean {
  return other > stamp && readStamp(other).device === readStamp(stamp).device
}
