import type { Arrival } from '../../workerLink/doorViews.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { RecordName } from '../../../shared/records/index.ts'
import type { ViewContext } from './context.ts'

/** Whether the surgery has what this laptop wrote. */
export function arrivalOf(context: ViewContext, record: RecordName, id: string): Arrival {
  const states = (context.store.own.get(keyOf(record, id)) ?? []).filter(({ entry }) => !entry.closed).map(({ entry }) => entry.state)
  return states.includes('held') ? 'held' : states.includes('pending') ? 'waiting' : 'arrived'
}

/** The group's name of a session that may not have been written down; empty where none is known. */
export function groupOfSession(context: ViewContext, sessionId: string | null | undefined): string {
  const groupId = sessionId ? context.agenda.find(sessionId, context.today())?.groupId : undefined
  return (groupId && context.store.memory.get('group', groupId)?.name) || ''
}
