import type { Entity } from '../records/index.ts'
import { attendanceOf, came } from '../rules/attendance.ts'
import type { CountedRegister } from '../rules/figures.ts'
import { stateOfSession } from '../rules/gotThere.ts'
import { standingMarks } from '../rules/marks.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import type { ReportReader } from './defineReport.ts'
import { inLots } from './inLots.ts'

/** Every register of these groups, in the order of their days: all of them, because who is new is told by what was before. */
export async function registersOf(reader: ReportReader, groupIds: readonly string[]): Promise<CountedRegister[]> {
  const sessions = await reader.linked('session', 'groupId', groupIds)
  const ids = sessions.map((one) => one.id)
  const bySession = grouped(await reader.linked('signIn', 'sessionId', ids), (one) => one.sessionId)
  return inLots(sessions.sort(byDay), 100, reader, (one) => registerOf(one, bySession.get(one.id) ?? []))
}

function registerOf(session: Entity<'session'>, signIns: readonly Entity<'signIn'>[]): CountedRegister {
  const there = attendanceOf(signIns).filter(came)
  return {
    sessionId: session.id,
    groupId: session.groupId,
    date: session.date,
    came: new Set(there.map((one) => one.personId)),
    state: stateOfSession(session, there.length > 0),
  }
}

function byDay(a: Entity<'session'>, b: Entity<'session'>): number {
  return compareTexts(a.date, b.date) || a.slot - b.slot || compareTexts(a.id, b.id)
}

/** Who told the team before that they cannot come, by session. */
export async function toldBefore(reader: ReportReader, registers: readonly CountedRegister[]): Promise<Map<string, ReadonlySet<string>>> {
  const ids = registers.map((one) => one.sessionId)
  const marks = grouped(await reader.linked('registerMark', 'sessionId', ids), (one) => one.sessionId)
  const told = (all: readonly Entity<'registerMark'>[]) => [...standingMarks(all)].filter(([, mark]) => mark.state === 'apologies')
  return new Map([...marks].map(([sessionId, all]) => [sessionId, new Set(told(all).map(([personId]) => personId))]))
}

/** Who is or was signed up to these groups. Somebody who was added by mistake is not, and everybody else is, also who is on lists no more. */
export async function membershipsOf(reader: ReportReader, groupIds: readonly string[]): Promise<Entity<'membership'>[]> {
  const removed = new Set((await reader.all('person')).flatMap((one) => (one.removedBecause ? [one.id] : [])))
  return (await reader.linked('membership', 'groupId', groupIds)).filter((one) => !removed.has(one.personId))
}

/** Groups by name. Names are not unique: two of one name say who organises them. */
export async function groupsByName(reader: ReportReader): Promise<{ id: string; name: string }[]> {
  const groups = await reader.all('group')
  const same = grouped(groups, (one) => one.name)
  const nameOf = (one: Entity<'group'>) => ((same.get(one.name)?.length ?? 0) > 1 && one.organiser ? `${one.name} (${one.organiser})` : one.name)
  return groups.map((one) => ({ id: one.id, name: nameOf(one) })).sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id))
}
