import type { Entity } from '../records/index.ts'
import { attendanceOf } from '../rules/attendance.ts'
import { openMismatch, standingCounts } from '../rules/headCounts.ts'
import { inChargeOf, ratioHere, standingDuties } from '../rules/rota.ts'
import type { Ratio } from '../rules/ratio.ts'
import { partsOf } from '../rules/templates.ts'
import { dateOf, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { said } from './cellWords.ts'
import type { ReportReader } from './defineReport.ts'
import { begunIn, countedByGroup, sessionsIn, type Checked, type Held, type SafetyLine } from './safetyLines.ts'

/** Sessions that were begun and not closed, however long ago, and planned ones of which nothing was written: neither is known to have gone well. */
export function closedChecks(held: readonly Held[], today: PlainDate): Checked[] {
  const begun = begunIn(held)
  const open = sessionsIn(held).filter(({ session }) => session.startedAt && !session.closedAt && session.date < today)
  const looked = new Set([...begun, ...open].map(({ session }) => session.id))
  const all = held.reduce((sum, one) => sum + one.occurrences.length, 0)
  return [
    { what: 'notClosed', lookedAt: looked.size, found: open.map(({ group, session }) => ({ where: group.name, on: session.date })) },
    { what: 'nothingWritten', lookedAt: all, found: countedByGroup(held, ({ session }) => !session?.startedAt && !session?.cancelledBecause) },
  ]
}

/** Last counts that did not agree, and sessions that were closed without a count where heads are counted. */
export async function countChecks(reader: ReportReader, held: readonly Held[]): Promise<Checked[]> {
  const begun = begunIn(held)
  const ids = begun.map(({ session }) => session.id)
  const counts = grouped(await reader.linked('headCount', 'sessionId', ids), (one) => one.sessionId)
  const isCounted = (id: string) => standingCounts(counts.get(id) ?? []).length > 0
  const found = begun.flatMap(({ group, session }): Partial<SafetyLine>[] => {
    const wrong = openMismatch(counts.get(session.id) ?? [])
    if (!wrong) return []
    const state = said(session.mismatchReason ? 'explained' : 'notExplained')
    return [{ where: group.name, on: session.date, state, number: wrong.counted, more: `${wrong.counted} / ${wrong.expected}` }]
  })
  const toCount = begun.filter(({ group, session }) => session.closedAt && partsOf(group).moments.length > 0)
  const without = new Set(toCount.filter(({ session }) => !isCounted(session.id)).map(({ session }) => session.id))
  return [
    { what: 'countDiffers', lookedAt: ids.filter(isCounted).length, found },
    { what: 'notCounted', lookedAt: toCount.length, found: countedByGroup(held, ({ sessionId }) => without.has(sessionId)) },
  ]
}

/**
 * Incidents and near misses, each event once: those that are open, however long ago they were, with what must be done next or without; and
 * those that a lead has closed, of the days that are looked at. @param from the first of these
 */
export async function incidentChecks(reader: ReportReader, held: readonly Held[], from: PlainDate): Promise<Checked[]> {
  const begun = begunIn(held)
  const groupOf = new Map(sessionsIn(held).map(({ group, session }) => [session.id, group.name]))
  const isAsked = (one: Entity<'incident'>) => !one.closedAt || dateOf(one.happenedAt) >= from
  const events = (await reader.all('incident')).filter((one) => groupOf.has(one.sessionId) && !one.sameAs && isAsked(one))
  const key = (one: Entity<'incident'>) => `${one.closedAt ? 0 : 1} ${one.happenedAt} ${one.id}`
  events.sort((a, b) => compareTexts(key(b), key(a)))
  const lines = (some: readonly Entity<'incident'>[]) =>
    some.map((one): Partial<SafetyLine> => ({
      where: groupOf.get(one.sessionId) ?? null,
      on: dateOf(one.happenedAt),
      state: said(one.closedAt ? 'closed' : one.followUp?.trim() ? 'followUpWritten' : 'noFollowUp'),
    }))
  return [
    { what: 'incident', lookedAt: begun.length, found: lines(events.filter((one) => one.kind !== 'nearMiss')) },
    { what: 'nearMiss', lookedAt: begun.length, found: lines(events.filter((one) => one.kind === 'nearMiss')) },
  ]
}

interface Rated {
  group: Entity<'group'>
  session: Entity<'session'>
  ratio: Ratio
}

/** Whether there were enough leaders and a second adult, of sessions that have a rota; the others are named, as nothing is known of them. */
export async function rotaChecks(reader: ReportReader, held: readonly Held[]): Promise<Checked[]> {
  const begun = begunIn(held)
  const ids = begun.map(({ session }) => session.id)
  const duties = grouped(await reader.linked('rotaDuty', 'sessionId', ids), (one) => one.sessionId)
  const hasRota = (id: string) => standingDuties(duties.get(id) ?? []).length > 0
  const rated = await ratedOf(
    reader,
    begun.filter(({ session }) => hasRota(session.id)),
    duties,
  )
  const lines = (some: readonly Rated[]) => some.map(lineOfRatio)
  const without = new Set(ids.filter((id) => !hasRota(id)))
  return [
    { what: 'underRatio', lookedAt: rated.length, found: lines(rated.filter((one) => one.ratio.short > 0)) },
    { what: 'noSecondAdult', lookedAt: rated.length, found: lines(rated.filter((one) => !one.ratio.secondAdult)) },
    { what: 'noRota', lookedAt: begun.length, found: countedByGroup(held, ({ sessionId }) => without.has(sessionId)) },
  ]
}

function lineOfRatio({ group, session, ratio: { people, leaders } }: Rated): Partial<SafetyLine> {
  return { where: group.name, on: session.date, number: people, more: `${leaders} : ${people}` }
}

async function ratedOf(
  reader: ReportReader,
  sessions: readonly { group: Entity<'group'>; session: Entity<'session'> }[],
  duties: ReadonlyMap<string, Entity<'rotaDuty'>[]>,
): Promise<Rated[]> {
  const ids = sessions.map(({ session }) => session.id)
  const signIns = grouped(await reader.linked('signIn', 'sessionId', ids), (one) => one.sessionId)
  const companions = grouped(await reader.linked('companion', 'sessionId', ids), (one) => one.sessionId)
  return sessions.map(({ group, session }) => {
    const inCharge = inChargeOf(duties.get(session.id) ?? [], session.leaderId ?? group.leaderId ?? null)
    const attendance = attendanceOf(signIns.get(session.id) ?? [])
    return { group, session, ratio: ratioHere(inCharge, attendance, companions.get(session.id) ?? [], partsOf(group).peoplePerLeader) }
  })
}
