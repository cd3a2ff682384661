import type { CorrectionRow, CorrectionsView } from '../../workerLink/retentionViews.ts'
import type { Json } from '../../../shared/changes/change.ts'
import { sameJson } from '../../../shared/std/json.ts'
import { readStamp } from '../../../shared/std/stamp.ts'
import type { CorrectionsReply } from '../../../shared/sync/office.ts'
import type { ViewContext } from './context.ts'
import { valuesIn } from './writtenValues.ts'

type Told = CorrectionsReply['changes'][number]

/** Details that say nothing by themselves: who wrote it and when stand beside every line. */
const notSaid = ['personId', 'byId', 'at', 'importId']

/** Each field that got another value than before, the latest first. What was written first is no correction. */
export function correctionsView(context: ViewContext, { changes, more }: CorrectionsReply, from: CorrectionsView['from']): CorrectionsView {
  const before = new Map<string, Json>()
  const rows: CorrectionRow[] = []
  for (const change of changes) {
    for (const [field, value] of Object.entries(change.fields)) {
      const key = `${change.row} ${field}`
      const was = before.get(key)
      before.set(key, value)
      if (was === undefined || sameJson(was, value) || notSaid.includes(field)) continue
      rows.push(rowOf(context, change, field, was, value))
    }
  }
  return { from, more, rows: rows.reverse() }
}

function rowOf(context: ViewContext, { id, at, colleague, record }: Told, field: string, was: Json, now: Json): CorrectionRow {
  return {
    id: `${id} ${field}`,
    at,
    by: context.colleagueName(colleague) ?? '',
    record,
    field,
    was: valuesIn(context, was),
    now: valuesIn(context, now),
  }
}

/** What this laptop wrote itself and still has: all there is without a connection. */
export async function ownCorrections({ store }: ViewContext, ids: readonly string[]): Promise<CorrectionsReply> {
  const entries = [...store.log.values()].filter((entry) => ids.some((id) => entry.rowKey === `person/${id}`) && !entry.closed)
  const changes = await Promise.all(entries.sort((a, b) => a.sequence - b.sequence).map((entry) => store.changeOf(entry)))
  return {
    more: false,
    changes: changes.map(({ id, stamp, actor, record, row, fields }) => ({
      ...{ id, record, row, fields, colleague: actor },
      at: new Date(readStamp(stamp).ms).toISOString(),
    })),
  }
}
