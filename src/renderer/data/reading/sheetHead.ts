import type { SessionHead } from '../../workerLink/sheetViews.ts'
import { keyOf, openValues } from '../../../shared/changes/row.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import type { ViewContext } from './context.ts'

/** What each sheet says of its session. */
export function headOf(context: ViewContext, one: Occurrence): SessionHead {
  return {
    sessionId: one.sessionId,
    which: { groupId: one.groupId, date: one.date, slot: one.slot },
    group: context.store.memory.get('group', one.groupId)?.name ?? '',
    date: one.date,
    start: one.start,
    end: one.end,
    ...context.placeOf(one),
    leader: context.colleagueName(one.leaderId),
  }
}

/** All numbers of a person or contact that may be right. */
export function phonesOf(context: ViewContext, record: 'person' | 'emergencyContact', id: string): string[] {
  const { memory } = context.store
  const rows = (record === 'person' ? memory.joins.idsOf(id) : [id]).flatMap((one) => memory.row(keyOf(record, one))?.view ?? [])
  return [...new Set(rows.flatMap((row) => openValues(row, 'phone').map((one) => String(one.value))))].filter(Boolean)
}
