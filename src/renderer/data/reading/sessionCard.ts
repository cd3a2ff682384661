import type { CountView, SessionCard, SessionState } from '../../workerLink/views.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { disagrees, standingCounts } from '../../../shared/rules/headCounts.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { instantOf, timeOf } from '../../../shared/std/dates.ts'
import { apartFor } from './apart.ts'
import type { ViewContext } from './context.ts'

/** How a session stands. "Cancelled, unless somebody came" is a rule, not a merge (house 5.5). @param came how many came */
export function sessionState(context: ViewContext, occurrence: Occurrence, came: number): SessionState {
  const session = occurrence.session
  if (session?.cancelledBecause) return came > 0 ? 'cancelledButAttended' : 'cancelled'
  if (session?.closedAt) return 'closed'
  if (came > 0) return 'running'
  return isOver(context, occurrence) ? 'noRegister' : 'planned'
}

/** The clock is only asked on the day itself: reckoning with time zones for each card of five weeks took longer than a tick. */
function isOver(context: ViewContext, { date, end }: Occurrence): boolean {
  const today = context.today()
  return date === today ? instantOf(date, end) < context.now() : date < today
}

/** Head counts as the screens show them. @param apart what tells people of one name apart; a card of a session names nobody */
export function countViews(context: ViewContext, counts: readonly Entity<'headCount'>[], apart: ReadonlyMap<string, Apart> = new Map()): CountView[] {
  return counts.map((count) => ({
    moment: count.moment,
    counted: count.counted,
    expected: count.expected,
    at: timeOf(count.at),
    by: context.colleagueName(count.byId) ?? '',
    missing: count.missingIds.flatMap((id) => {
      const person = context.store.memory.get('person', id)
      return person ? [{ personId: id, name: nameOf(person), ...apartFor(apart, id) }] : []
    }),
    babies: count.babiesExpected === undefined ? null : { counted: count.babies ?? 0, expected: count.babiesExpected },
    agrees: !disagrees(count),
    because: count.because ?? null,
  }))
}

/** The cards of sessions, in the order given. */
export async function sessionCards(context: ViewContext, occurrences: readonly Occurrence[]): Promise<SessionCard[]> {
  const ids = occurrences.map((one) => one.sessionId)
  const [came] = await Promise.all([context.cameTo(ids), context.store.load('headCount', 'sessionId', ids)])
  return occurrences.flatMap((one) => {
    const group = context.store.memory.get('group', one.groupId)
    return group ? [card(context, one, group, came.get(one.sessionId)?.size ?? 0)] : []
  })
}

function card(context: ViewContext, one: Occurrence, group: Entity<'group'>, here: number): SessionCard {
  const counts = group.counts ? standingCounts(context.store.memory.linked('headCount', 'sessionId', one.sessionId)) : []
  return {
    sessionId: one.sessionId,
    which: { groupId: one.groupId, date: one.date, slot: one.slot },
    groupId: one.groupId,
    group: group.name,
    organiser: group.organiser ?? null,
    date: one.date,
    start: one.start,
    end: one.end,
    ...context.placeOf(one),
    leader: context.colleagueName(one.leaderId),
    onThisLaptop: context.carries(one.groupId),
    expected: context.expectedAt(one.groupId, one.date),
    here,
    count: countViews(context, counts).at(-1) ?? null,
    state: sessionState(context, one, here),
    cancelledBecause: one.session?.cancelledBecause ?? null,
  }
}
