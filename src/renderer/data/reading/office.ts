import type { HeldActView, OfficeLaptopView, OfficeNoticeView, OfficeView, WrittenView } from '../../workerLink/officeViews.ts'
import { keyOf, type Row, type RowKey } from '../../../shared/changes/row.ts'
import { commandNow } from '../../../shared/commands/index.ts'
import { definitionOf } from '../../../shared/records/index.ts'
import type { OfficeAct, OfficeChange, OfficeLaptop, OfficeNotice } from '../../../shared/sync/office.ts'
import type { HeldRow } from '../memory.ts'
import type { Office } from '../office.ts'
import type { ViewContext } from './context.ts'
import { aboutRows, type NamedRow } from './surgery.ts'
import { valuesIn } from './writtenValues.ts'

/** Clocks less wrong than this are nobody's concern (sync-security 2.1). Minutes. */
const clockHintMinutes = 5
/** Of a list in one field. */
const mostValues = 12
/** Of a text, as it is shown before deciding. Characters. */
const longestText = 400

/** What waits for a lead, and which laptops there are, with the names that this laptop knows. */
export async function officeView(context: ViewContext, office: Office): Promise<OfficeView | null> {
  if (!office.isLead) return null
  const { known, asking, trouble } = office
  const { reply } = known ?? {}
  const keys = reply?.acts.flatMap((act) => act.changes.flatMap((change) => keyIn(change) ?? [])) ?? []
  const rows = await context.store.rowsOf([...new Set(keys)])
  return {
    asked: known?.at ?? null,
    asking,
    trouble,
    acts: reply?.acts.map((act) => actView(context, act, rows)) ?? [],
    actsLeft: reply ? reply.actCount - reply.acts.length : 0,
    laptops: reply?.laptops.map((one) => laptopView(context, one)) ?? [],
    notices: reply?.notices.map((one) => noticeView(context, one)) ?? [],
    noticesLeft: reply ? reply.noticeCount - reply.notices.length : 0,
  }
}

/** How much waits for a lead, as far as this laptop was told. */
export function forLeadView(office: Office): { acts: number; notices: number } | null {
  if (!office.isLead || !office.known) return null
  const { actCount: acts, noticeCount: notices } = office.known.reply
  return acts + notices > 0 ? { acts, notices } : null
}

function keyIn({ record, row }: OfficeChange): RowKey | null {
  return record !== null && row !== null && definitionOf(record) ? keyOf(record, row) : null
}

function actView(context: ViewContext, act: OfficeAct, rows: ReadonlyMap<RowKey, HeldRow>): HeldActView {
  const written = act.changes.flatMap((change) => rowIn(change, rows) ?? [])
  return {
    id: act.id,
    at: act.at,
    by: context.colleagueName(act.colleague) ?? '',
    laptop: laptopName(context, act.device),
    command: namedCommand(act),
    subjects: aboutRows(
      context,
      written.map(({ row }) => row),
    ),
    code: act.changes[0]?.code ?? '',
    canLetIn: act.canLetIn,
    changes: act.count,
    writes: written.map(({ row, change }) => writtenView(context, change, row)),
  }
}

function namedCommand(act: OfficeAct): string | null {
  const command = act.changes.find((one) => one.command !== null)?.command
  return command ? commandNow(command) : null
}

/** The row as it would be: what this laptop knows of it, with what was written on top. */
function rowIn(change: OfficeChange, rows: ReadonlyMap<RowKey, HeldRow>): { row: NamedRow; change: OfficeChange } | null {
  const key = keyIn(change)
  if (key === null) return null
  const known: Row['fields'] = rows.get(key)?.view?.fields ?? {}
  return { row: { record: change.record as string, id: change.row as string, fields: { ...known, ...change.fields } }, change }
}

function writtenView(context: ViewContext, change: OfficeChange, row: NamedRow): WrittenView {
  const fields = Object.entries(change.fields).map(([field, value]) => ({
    field,
    values: valuesIn(context, value, longestText).slice(0, mostValues),
  }))
  return { record: row.record, subjects: aboutRows(context, [row]), fields }
}

function laptopName(context: ViewContext, device: string): string {
  return context.store.memory.get('device', device)?.name ?? ''
}

function laptopView(context: ViewContext, { colleague, clockSeconds, name, ...one }: OfficeLaptop): OfficeLaptopView {
  const minutes = clockSeconds === null ? 0 : -Math.round(clockSeconds / 60)
  return {
    ...one,
    name: name || laptopName(context, one.id),
    by: context.colleagueName(colleague) ?? '',
    mine: one.id === context.store.opened.identity.device,
    clockOffMinutes: Math.abs(minutes) > clockHintMinutes ? minutes : null,
  }
}

function noticeView(context: ViewContext, { id, device, kind, data, at }: OfficeNotice): OfficeNoticeView {
  const count = data['count'] ?? data['back']
  return {
    id,
    kind,
    at,
    laptop: laptopName(context, device),
    by: context.colleagueName(context.store.memory.get('device', device)?.colleagueId) ?? '',
    count: typeof count === 'number' ? count : null,
  }
}
