import type { ActView, SurgeryView } from '../../desk/views.ts'
import type { HeldCode } from '../../../shared/sync/protocol.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { readStamp } from '../../../shared/std/stamp.ts'
import type { OwnChange } from '../store.ts'
import type { StatusKeeper } from '../statusKeeper.ts'
import type { ViewContext } from './context.ts'

/** How many acts are listed in words; the count says how many there are. */
const mostListed = 200
/** Names in one line; an import says the first of them. */
const mostSubjects = 3

/** What is on this laptop and not yet at the surgery. */
export function surgeryView(context: ViewContext, status: StatusKeeper): SurgeryView {
  const acts = actsOf(context)
  return {
    status: status.view(),
    waiting: acts.filter((act) => act.state === 'pending').slice(0, mostListed),
    held: acts.filter((act) => act.state === 'held').slice(0, mostListed),
    history: status.history,
    server: context.store.opened.identity.server,
    durableUpTo: context.store.state.durable,
  }
}

/** What this laptop's people did and the server has not taken in, act by act, oldest first. */
function actsOf(context: ViewContext): ActView[] {
  const byAct = new Map<string, OwnChange[]>()
  for (const own of [...context.store.own.values()].flat()) {
    const same = byAct.get(own.change.act)
    if (same) same.push(own)
    else byAct.set(own.change.act, [own])
  }
  return [...byAct.values()].map((changes) => actView(context, changes)).sort((a, b) => (a.at < b.at ? -1 : 1))
}

function actView(context: ViewContext, changes: OwnChange[]): ActView {
  const inOrder = [...changes].sort((a, b) => a.change.sequence - b.change.sequence)
  const first = inOrder[0]!
  const held = inOrder.find(({ entry }) => entry.state === 'held')
  return {
    act: first.change.act,
    at: new Date(readStamp(first.change.stamp).ms).toISOString(),
    by: context.colleagueName(first.change.actor) ?? '',
    command: first.change.command,
    subjects: subjectsOf(context, inOrder),
    changes: inOrder.length,
    state: held ? 'held' : 'pending',
    code: (held?.entry.code ?? null) as HeldCode | null,
  }
}

function subjectsOf(context: ViewContext, changes: readonly OwnChange[]): string[] {
  const names = new Set<string>()
  for (const { change } of changes) {
    for (const name of subjectNames(context, change.record, change.row)) names.add(name)
    if (names.size >= mostSubjects) break
  }
  return [...names].slice(0, mostSubjects)
}

/** The people first, then the group: "Mavis Oakes", "Walk and Talk". */
export function subjectNames(context: ViewContext, record: string, id: string): string[] {
  const { memory } = context.store
  const fields = memory.row(`${record}/${id}`)?.view?.fields ?? {}
  const personId = record === 'person' ? id : fields['personId'] ?? (record === 'note' ? fields['aboutId'] : undefined)
  const person = typeof personId === 'string' ? memory.get('person', personId) : undefined
  const sessionId = record === 'session' ? id : fields['sessionId'] ?? fields['aboutId']
  const session = typeof sessionId === 'string' ? context.agenda.find(sessionId, context.today()) : null
  const groupId = record === 'group' ? id : fields['groupId'] ?? session?.groupId
  const group = typeof groupId === 'string' ? memory.get('group', groupId) : undefined
  const other = record === 'venue' || record === 'colleague' || record === 'team' ? String(fields['name'] ?? '') : ''
  return [person ? nameOf(person) : '', group?.name ?? '', other].filter(Boolean)
}
