import type { HereRow, NotYetRow, RegisterView, SearchHit } from '../../desk/views.ts'
import type { HeldCode } from '../../../shared/sync/protocol.ts'
import { attendanceOf, overlap, type Attendance } from '../../../shared/rules/attendance.ts'
import { standingCounts } from '../../../shared/rules/headCounts.ts'
import { firstName, nameOf, sortName } from '../../../shared/rules/names.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { timeOf } from '../../../shared/std/dates.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { chipsOf } from './chips.ts'
import type { ViewContext } from './context.ts'
import { hintFor, regularsOf, type Regulars } from './regulars.ts'
import { marksOf } from '../search.ts'
import { countViews, sessionState } from './sessionCard.ts'

/** How many of those not yet here are listed; search finds the others. More would cost a frame to draw. */
const mostListed = 300
/** How many matches a search shows. */
const mostHits = 20

/** Everything about one register that its view and its search need. */
export interface OpenRegister {
  occurrence: Occurrence
  group: Entity<'group'>
  attendance: Map<string, Attendance>
  members: Map<string, string>
  regulars: Regulars
}

/** Reads a register, or null when this laptop does not have the session. */
export async function openRegister(context: ViewContext, sessionId: string): Promise<OpenRegister | null> {
  const occurrence = context.agenda.find(sessionId, context.today())
  const group = occurrence && context.store.memory.get('group', occurrence.groupId)
  if (!occurrence || !group) return null
  const [signIns, regulars] = await Promise.all([
    context.store.linked('signIn', 'sessionId', sessionId), regularsOf(context, occurrence),
  ])
  const attendance = new Map(attendanceOf(signIns).map((one) => [one.personId, one]))
  const members = new Map(context.membersOf(group.id, occurrence.date).map(({ personId, since }) => [personId, since]))
  return { occurrence, group, attendance, members, regulars }
}

/** The register of one session. */
export async function registerView(context: ViewContext, open: OpenRegister): Promise<RegisterView> {
  const { sessionId } = open.occurrence
  const { occurrence, group, attendance, members } = open
  const present = [...attendance.values()].filter((one) => one.state !== 'undone')
  const came = new Set(present.map((one) => one.personId))
  const absent = inOrder(context, open, [...members.keys()].filter((id) => !came.has(id)))
  const undoneStrangers = [...attendance.values()].filter((one) => one.state === 'undone' && !members.has(one.personId))
  const listed = [...absent.slice(0, mostListed), ...undoneStrangers.map((one) => one.personId)]
  const [counts] = await Promise.all([
    context.store.linked('headCount', 'sessionId', sessionId),
    context.store.load('emergencyContact', 'personId', [...present.map((one) => one.personId), ...listed]),
  ])
  const session = occurrence.session
  return {
    sessionId,
    which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot },
    groupId: group.id, group: group.name, date: occurrence.date, start: occurrence.start, end: occurrence.end,
    ...context.placeOf(occurrence),
    leader: context.colleagueName(occurrence.leaderId),
    counts: group.counts,
    closed: session?.closedAt ? { at: timeOf(session.closedAt), by: context.colleagueName(session.closedBy) ?? '' } : null,
    cancelledBecause: session?.cancelledBecause ?? null,
    state: sessionState(occurrence, present.length, context.now()),
    here: present.sort(newestFirst).map((one) => hereRow(context, open, one)),
    notYet: listed.flatMap((id) => notYetRow(context, open, id)),
    hereCount: present.filter((one) => one.state === 'here').length,
    leftCount: present.filter((one) => one.state === 'left').length,
    notYetCount: absent.length,
    headCounts: countViews(context, standingCounts(counts)),
  }
}

function newestFirst(a: Attendance, b: Attendance): number {
  if (a.state !== b.state) return a.state === 'left' ? 1 : -1
  return a.arrivedAt === b.arrivedAt ? (a.personId < b.personId ? -1 : 1) : a.arrivedAt < b.arrivedAt ? 1 : -1
}

/** Most regular first, then by name, then by id: an order that does not change while the register is open. */
function inOrder(context: ViewContext, open: OpenRegister, ids: string[]): string[] {
  const keyed = ids.flatMap((id) => {
    const person = context.store.memory.get('person', id)
    return person ? [{ id, times: open.regulars.times(id), name: `${sortName(person)} ${id}` }] : []
  })
  return keyed.sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1)).map((one) => one.id)
}

function hereRow(context: ViewContext, open: OpenRegister, attendance: Attendance): HereRow {
  const { personId, standing } = attendance
  const person = context.store.memory.get('person', personId)
  const first = standing[0]
  const me = context.store.opened.identity.colleague.id
  const by = first && first.byId !== me ? context.colleagueName(first.byId) : null
  return {
    personId,
    name: person ? nameOf(person) : '…',
    ...chipsOf(context, personId, open.regulars.times(personId) === 0),
    signInIds: standing.map((one) => one.id),
    arrived: timeOf(attendance.arrivedAt),
    by: by ? firstName(by) : null,
    left: attendance.leftAt ? timeOf(attendance.leftAt) : null,
    twice: overlap(standing),
    held: heldOf(context, standing.map((one) => one.id)),
  }
}

function heldOf(context: ViewContext, signInIds: string[]): HeldCode | null {
  const codes = signInIds.map((id) => context.store.memory.row(keyOf('signIn', id))?.held)
  return (codes.find((code) => code) ?? null) as HeldCode | null
}

function notYetRow(context: ViewContext, open: OpenRegister, personId: string): NotYetRow[] {
  const person = context.store.memory.get('person', personId)
  if (!person || person.removedBecause) return []
  const since = open.members.get(personId) ?? null
  const undone = open.attendance.get(personId)?.undone
  return [{
    personId,
    name: nameOf(person),
    ...chipsOf(context, personId, open.regulars.times(personId) === 0),
    hint: hintFor(context, open.regulars, open.group.id, personId, since),
    undone: undone?.voidedAt ? { at: timeOf(undone.voidedAt), by: firstName(context.colleagueName(undone.voidedBy) ?? '') } : null,
  }]
}

/** The hits within a register that is read already. */
export function hitsIn(context: ViewContext, open: OpenRegister, text: string): SearchHit[] {
  const found = context.search.find(text, {
    isMember: (id) => open.members.has(id),
    isHere: (id) => open.attendance.get(id)?.state === 'here',
    came: (id) => open.regulars.times(id),
  }, mostHits)
  return found.flatMap(({ personId }) => hit(context, open, personId, text))
}

function hit(context: ViewContext, open: OpenRegister, personId: string, text: string): SearchHit[] {
  const person = context.store.memory.get('person', personId)
  if (!person || person.removedBecause) return []
  const attendance = open.attendance.get(personId)
  const name = nameOf(person)
  return [{
    personId,
    name,
    marks: marksOf(name, text),
    alerts: person.alerts ?? [],
    noPhoto: person.photo === 'no',
    state: attendance?.state === 'here' ? 'here' : attendance?.state === 'left' ? 'left' : 'notHere',
    arrived: attendance && attendance.state !== 'undone' ? timeOf(attendance.arrivedAt) : null,
    hint: hintFor(context, open.regulars, open.group.id, personId, open.members.get(personId) ?? null),
  }]
}
