import type { TodayView } from '../../workerLink/views.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'
import { sessionState } from './sessionCard.ts'

/** Bars of the chart. */
const trendSessions = 12
/** How far back so many are looked for: a group that meets every third week still fills the chart. */
const weeksBack = 40

type Points = NonNullable<TodayView['trend']>['points']

/**
 * Attendance of a group's last sessions, oldest first; null = not recorded. One that was called off is none of them,
 * unless somebody came; nor is one that has yet to happen.
 */
export async function trendOf(context: ViewContext, groupId: string): Promise<Points> {
  if (!context.carries(groupId)) return [] // other laptops have its registers; "not recorded" would not be true
  const today = context.today()
  const all = context.agenda.ofGroup(groupId, addDays(today, -7 * weeksBack), today)
  const came = await context.cameTo(all.map((one) => one.sessionId))
  return all
    .flatMap((one) => {
      const here = came.get(one.sessionId)?.size ?? 0
      const state = sessionState(context, one, here)
      return state === 'planned' || state === 'cancelled' ? [] : [{ date: one.date, here: here || null }]
    })
    .slice(-trendSessions)
}
