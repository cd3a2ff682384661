import type { WrittenValue } from '../../workerLink/officeViews.ts'
import type { Json } from '../../../shared/changes/change.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { ViewContext } from './context.ts'
import { aboutRows } from './surgery.ts'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
const day = /^\d{4}-\d\d-\d\d$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a field holds, value by value, however it is nested. @param longest letters that are shown of a text */
export function valuesIn(context: ViewContext, value: Json, longest = Infinity): WrittenValue[] {
  if (value === null) return [{ nothing: true }]
  if (typeof value === 'object') return Object.values(value).flatMap((inner) => valuesIn(context, inner, longest))
  if (typeof value === 'boolean') return [{ yes: value }]
  const text = String(value)
  if (moment.test(text) && !Number.isNaN(Date.parse(text))) return [{ moment: text }]
  if (day.test(text) && !Number.isNaN(Date.parse(text))) return [{ day: text }]
  if (uuid.test(text)) return [named(context, text)]
  return text === '' ? [{ nothing: true }] : [{ text: text.length > longest ? `${text.slice(0, longest)}…` : text }]
}

/** Whose id it is, if that is on this laptop. */
function named(context: ViewContext, id: string): WrittenValue {
  const name =
    context.colleagueName(id) ??
    (['person', 'group', 'venue', 'session'] as const).flatMap((record) =>
      aboutRows(context, [{ record, id, fields: context.store.memory.row(keyOf(record, id))?.view?.fields ?? {} }]),
    )[0]
  return name ? { text: name } : { unknown: true }
}
