import { whoCame } from '../rules/attendance.ts'
import type { CountedRegister } from '../rules/figures.ts'
import { stateOfSession } from '../rules/gotThere.ts'
import { standingMarks } from '../rules/marks.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import type { Picked, ReportReader } from './defineReport.ts'
import { inLots } from './inLots.ts'
import { removedPeople } from './removedPeople.ts'

const ofSession = ['groupId', 'date', 'slot', 'closedAt', 'cancelledBecause'] as const
type Session = Picked<'session', (typeof ofSession)[number]>
type SignIn = Picked<'signIn', 'sessionId' | 'personId' | 'voidedBecause'>

/** Every register of these groups, in the order of their days: all of them, because who is new is told by what was before. */
export async function registersOf(reader: ReportReader, groupIds: readonly string[]): Promise<CountedRegister[]> {
  const sessions = await reader.pickLinked('session', 'groupId', groupIds, ofSession)
  const ids = sessions.map((one) => one.id)
  const signIns = await reader.pickLinked('signIn', 'sessionId', ids, ['sessionId', 'personId', 'voidedBecause'])
  const bySession = grouped(signIns, (one) => one.sessionId)
  return inLots(sessions.sort(byDay), 100, reader, (one) => registerOf(one, bySession.get(one.id) ?? []))
}

function registerOf(session: Session, signIns: readonly SignIn[]): CountedRegister {
  const there = whoCame(signIns)
  return { sessionId: session.id, groupId: session.groupId, date: session.date, came: there, state: stateOfSession(session, there.size > 0) }
}

function byDay(a: Session, b: Session): number {
  return compareTexts(a.date, b.date) || a.slot - b.slot || compareTexts(a.id, b.id)
}

/** Who told the team before that they cannot come, by session. */
export async function toldBefore(reader: ReportReader, registers: readonly CountedRegister[]): Promise<Map<string, ReadonlySet<string>>> {
  const ids = registers.map((one) => one.sessionId)
  const written = await reader.pickLinked('registerMark', 'sessionId', ids, ['sessionId', 'personId', 'at', 'state', 'voidedBecause'])
  const marks = grouped(written, (one) => one.sessionId)
  const told = (all: typeof written) => [...standingMarks(all)].filter(([, mark]) => mark.state === 'apologies')
  return new Map([...marks].map(([sessionId, all]) => [sessionId, new Set(told(all).map(([personId]) => personId))]))
}

const ofMembership = ['groupId', 'personId', 'since', 'endedOn'] as const
/** Somebody's time in a group. */
export type Membership = Picked<'membership', (typeof ofMembership)[number]>

/** Who is or was signed up to these groups. Somebody who was added by mistake is not, and everybody else is, also who is on lists no more. */
export async function membershipsOf(reader: ReportReader, groupIds: readonly string[]): Promise<Membership[]> {
  const removed = await removedPeople(reader)
  return (await reader.pickLinked('membership', 'groupId', groupIds, ofMembership)).filter((one) => !removed.has(one.personId))
}

/** Groups by name. Names are not unique: two of one name say who organises them. */
export async function groupsByName(reader: ReportReader): Promise<{ id: string; name: string }[]> {
  const groups = await reader.pick('group', ['name', 'organiser'])
  const same = grouped(groups, (one) => one.name)
  const nameOf = (one: (typeof groups)[number]) =>
    (same.get(one.name)?.length ?? 0) > 1 && one.organiser ? `${one.name} (${one.organiser})` : one.name
  return groups.map((one) => ({ id: one.id, name: nameOf(one) })).sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id))
}
