import type { Entity } from '../../../shared/records/index.ts'
import { attendanceOf, came } from '../../../shared/rules/attendance.ts'
import { standingMarks } from '../../../shared/rules/marks.ts'
import { nameOf, sortKey } from '../../../shared/rules/names.ts'
import { newsOf, reachedOf, type News } from '../../../shared/rules/news.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { bySort } from '../../../shared/std/order.ts'
import type { CallingView, CallRow } from '../../workerLink/sheetViews.ts'
import { apartFor, apartIn } from '../reading/apart.ts'
import type { ViewContext } from '../reading/context.ts'
import { headOf, phonesOf } from '../reading/sheetHead.ts'
import { sessionState } from '../reading/sessionCard.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Whom to tell that a session is cancelled or moved. */
export const calling = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => callingView(context, sessionId),
})

const order: Record<CallRow['state'], number> = { ring: 0, told: 0, noNeed: 1, apologies: 2 } // who is ticked keeps the place

/** Whom to ring because a session is off or elsewhere, and who has heard (story 14). */
async function callingView(context: ViewContext, sessionId: string): Promise<CallingView | null> {
  const { store } = context
  const one = context.agenda.find(sessionId, context.today())
  const group = one && store.memory.get('group', one.groupId)
  if (!one || !group) return null
  const [tolds, marks, signIns] = await Promise.all([
    store.linked('sessionCall', 'sessionId', sessionId),
    store.linked('registerMark', 'sessionId', sessionId),
    store.linked('signIn', 'sessionId', sessionId),
  ])
  const there = new Set(
    attendanceOf(signIns)
      .filter(came)
      .map((person) => person.personId),
  )
  const news = newsOf(group, one.session)
  const awaited = expected(context, one, marks, tolds).filter(({ person }) => !there.has(person.id))
  const apart = apartIn(
    context,
    awaited.map(({ person }) => person),
  )
  const people = awaited
    .map(({ person, mark, member }) => ({
      sort: sortKey(person),
      row: { ...callRow(context, news, person, tolds, { mark, member }), ...apartFor(apart, person.id) },
    }))
    .sort((a, b) => order[a.row.state] - order[b.row.state] || bySort(a, b))
    .map(({ row }) => row)
  return {
    ...headOf(context, one),
    state: sessionState(context, one, there.size),
    cancelledBecause: one.session?.cancelledBecause ?? null,
    cancelledFor: one.session?.cancelledFor ?? null,
    venueId: one.venueId,
    moved: news.startsWith('moved') ? plannedOf(context, group, one) : null,
    came: there.size,
    people,
    toRing: people.filter((row) => row.state === 'ring').length,
    told: people.filter((row) => row.state === 'told').length,
    asPlanned: news === 'planned',
  }
}

interface Expected {
  person: Entity<'person'>
  mark: Entity<'registerMark'> | undefined
  member: boolean
}

/** Members, who waits for a place, and who was told something before: each once. */
function expected(
  context: ViewContext,
  one: Occurrence,
  marks: readonly Entity<'registerMark'>[],
  tolds: readonly Entity<'sessionCall'>[],
): Expected[] {
  const standing = standingMarks(marks)
  const members = new Set(context.membersOf(one.groupId, one.date).map(({ personId }) => personId))
  const waiting = [...standing.values()].filter((mark) => mark.state === 'waiting').map((mark) => mark.personId)
  const told = tolds.filter((row) => !row.voidedBecause).map((row) => row.personId)
  return [...new Set([...members, ...waiting, ...told])].flatMap((id) => {
    const person = context.store.memory.get('person', id)
    if (!person || person.removedBecause || person.archivedOn || person.signInBlocked) return [] // nobody rings about a walk for who has died
    return [{ person, mark: standing.get(id), member: members.has(id) }]
  })
}

function callRow(
  context: ViewContext,
  news: News,
  person: Entity<'person'>,
  tolds: readonly Entity<'sessionCall'>[],
  { mark, member }: Omit<Expected, 'person'>,
): CallRow {
  const { knows, last, tries } = reachedOf(tolds.filter((one) => one.personId === person.id))
  const state = knows === news ? (last && last.how !== 'noAnswer' ? 'told' : 'noNeed') : mark?.state === 'apologies' ? 'apologies' : 'ring'
  return {
    personId: person.id,
    name: nameOf(person),
    phones: phonesOf(context, 'person', person.id),
    state,
    tries,
    waiting: !member && mark?.state === 'waiting',
    last: last && {
      sessionCallId: last.id,
      how: last.how,
      at: last.at,
      by: context.colleagueName(last.byId) ?? '',
      current: (last.news ?? 'cancelled') === news,
    },
  }
}

function plannedOf(context: ViewContext, group: Entity<'group'>, one: Occurrence): NonNullable<CallingView['moved']> {
  const slot = group.schedule.find((rule) => rule.slot === one.slot)
  return {
    start: slot?.start ?? one.start,
    end: slot?.end ?? one.end,
    place: (group.venueId && context.store.memory.get('venue', group.venueId)?.name) || '',
  }
}
