import type { ActView, SurgeryView } from '../../workerLink/views.ts'
import type { Row, RowKey } from '../../../shared/changes/row.ts'
import { commandNow } from '../../../shared/commands/index.ts'
import { records, type Entity } from '../../../shared/records/index.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { readStamp } from '../../../shared/std/stamp.ts'
import type { HeldRow } from '../memory.ts'
import type { OwnChange } from '../store.ts'
import type { StatusKeeper } from '../statusKeeper.ts'
import type { ViewContext } from './context.ts'

/** How many acts are listed in words; the count says how many there are. */
const mostListed = 200
/** Names in one line; an import says the first of them. */
const mostSubjects = 3

/** Closed acts that are told. */
const mostClosed = 20

/** Rows looked at for the names in one line. */
const mostLooked = 6

/** What is on this laptop and not yet at the surgery. */
export async function surgeryView(context: ViewContext, status: StatusKeeper): Promise<SurgeryView> {
  const all = actsOf(context)
  const [acts, over] = [all.filter((act) => !isClosed(act)), all.filter(isClosed).slice(-mostClosed).reverse()]
  const inState = (state: ActView['state']) => acts.filter((act) => stateOf(act) === state).slice(0, mostListed)
  const [waiting, held] = [inState('pending'), inState('held')]
  const rows = await context.store.rowsOf([...waiting, ...held, ...over].flatMap((act) => keysOf(act)))
  return {
    status: status.view(),
    waiting: waiting.map((act) => actView(context, act, rows)),
    held: held.map((act) => actView(context, act, rows)),
    closed: await Promise.all(over.map((act) => closedView(context, act, rows))),
    history: status.history,
    server: context.store.opened.identity.server,
    durableUpTo: context.store.state.durable,
    leads: leadsOf(context),
  }
}

/** The leads who are still here, by name. */
function leadsOf(context: ViewContext): string[] {
  const today = context.today()
  return context.store.memory
    .list('colleague')
    .filter((one) => one.role === 'lead' && (!one.leftOn || one.leftOn >= today))
    .map((one) => one.name)
    .sort()
}

/** The changes of one act, in the order they were written. */
type Act = readonly [OwnChange, ...OwnChange[]]

/** What this laptop's people did and the server has not taken in, act by act, oldest first. */
function actsOf(context: ViewContext): Act[] {
  const byAct = new Map<string, [OwnChange, ...OwnChange[]]>()
  const inOrder = [...context.store.own.values()].flat().sort((a, b) => a.change.sequence - b.change.sequence)
  for (const own of inOrder) {
    const same = byAct.get(own.change.act)
    if (same) same.push(own)
    else byAct.set(own.change.act, [own])
  }
  return [...byAct.values()]
}

function stateOf(act: Act): ActView['state'] {
  return act.some(({ entry }) => entry.state === 'held') ? 'held' : 'pending'
}

/** A lead closes whole acts; what else of one waits is then still to be seen. */
function isClosed(act: Act): boolean {
  return act.every(({ entry }) => entry.closed)
}

async function closedView(context: ViewContext, act: Act, rows: ReadonlyMap<RowKey, HeldRow>): Promise<SurgeryView['closed'][number]> {
  const { id, closed } = act[0].entry
  const { by, because } = await context.store.opened.rows.open<{ by: string; because: string }>(`closed/${id}`, closed as Uint8Array)
  return { ...actView(context, act, rows), closedBy: context.colleagueName(by) ?? '', because }
}

function keysOf(act: Act): RowKey[] {
  return act.slice(0, mostLooked).map(({ entry }) => entry.rowKey)
}

function actView(context: ViewContext, act: Act, rows: ReadonlyMap<RowKey, HeldRow>): ActView {
  const { change } = act[0]
  return {
    act: change.act,
    at: new Date(readStamp(change.stamp).ms).toISOString(),
    by: context.colleagueName(change.actor) ?? '',
    command: commandNow(change.command),
    subjects: aboutRows(
      context,
      act.slice(0, mostLooked).map((own) => writtenRow(own, rows)),
    ),
    changes: act.length,
    state: stateOf(act),
    code: act.find(({ entry }) => entry.state === 'held')?.entry.code ?? null,
  }
}

/** The row as the change would have it: while it is on hold, the screens may not show it at all. */
function writtenRow({ change, entry }: OwnChange, rows: ReadonlyMap<RowKey, HeldRow>): NamedRow {
  return { record: change.record, id: change.row, fields: { ...rows.get(entry.rowKey)?.view?.fields, ...change.fields } }
}

/** A row as far as names can be read off it. */
export type NamedRow = Pick<Row, 'record' | 'id' | 'fields'>

/** Whom and what these rows are about, the people first: "Mavis Oakes", "Walk and Talk". */
export function subjectsOf(context: ViewContext, rows: readonly HeldRow[]): string[] {
  return aboutRows(
    context,
    rows.flatMap((row) => row.view ?? []),
  )
}

/** The same of rows that are not on this laptop as they are: people whom one of them adds are known by it. */
export function aboutRows(context: ViewContext, rows: readonly NamedRow[]): string[] {
  const named = rows.map((row) => namesIn(context, row, rows))
  const inOrder = [...named.map((one) => one.person), ...named.map((one) => one.group), ...named.map((one) => one.other)]
  return [...new Set(inOrder.filter(Boolean))].slice(0, mostSubjects)
}

const nothing = { person: '', group: '', other: '' }
/** Records that are called by their own name. */
const named: ReadonlySet<string> = new Set(['venue', 'colleague', 'team', 'service', 'proposal'])

function namesIn(context: ViewContext, { record, id, fields }: NamedRow, beside: readonly NamedRow[]): typeof nothing {
  if (record === 'concern') return nothing // whom it is about is for the lead alone (story 11)
  const { memory } = context.store
  const personId = record === 'person' ? id : (fields['personId'] ?? (record === 'note' ? fields['aboutId'] : undefined))
  const person = typeof personId === 'string' ? (memory.get('person', personId) ?? added(beside, personId)) : undefined
  const sessionId = record === 'session' ? id : (fields['sessionId'] ?? fields['aboutId'])
  const session = typeof sessionId === 'string' ? context.agenda.find(sessionId, context.today()) : null
  const groupId = record === 'group' ? id : (fields['groupId'] ?? session?.groupId)
  const group = typeof groupId === 'string' ? memory.get('group', groupId) : undefined
  const own = String(fields['name'] ?? '')
  return {
    person: person ? nameOf(person) : '',
    group: group?.name ?? (record === 'group' ? own : ''),
    other: named.has(record) ? own : '',
  }
}

/** Somebody whom these rows add. */
function added(rows: readonly NamedRow[], personId: string): Entity<'person'> | undefined {
  const row = rows.find((one) => one.record === 'person' && one.id === personId)
  const read = row && records.person.schema.safeParse(row.fields)
  return read?.success ? { ...read.data, id: personId } : undefined
}
