import type { SessionCard, TodayView } from '../../desk/views.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { keyOf, openValues } from '../../../shared/changes/row.ts'
import { addDays, instantOf } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'
import { sessionCards } from './sessionCard.ts'

/** How long a session without a register is asked for. */
const weeksAsked = 4
/** Bars of the chart. */
const trendSessions = 12

/** The first screen: today, the coming week, and what needs somebody. */
export async function todayView(context: ViewContext): Promise<TodayView> {
  const date = context.today()
  const span = context.agenda.between(addDays(date, -7 * weeksAsked), addDays(date, 7))
  const cards = await sessionCards(context, span)
  const sessions = cards.filter((one) => one.date === date)
  const next = nextSession(sessions, context.now())
  return {
    date,
    sessions,
    later: cards.filter((one) => one.date > date),
    noRegister: cards.filter((one) => one.date < date && one.onThisLaptop && one.state === 'noRegister').reverse(),
    next: next?.sessionId ?? null,
    trend: await trendOf(context, next ?? sessions[0] ?? cards.find((one) => one.date > date), date),
    questions: questions(context),
  }
}

/** The one running, else the next to begin, else the last not closed. */
function nextSession(sessions: readonly SessionCard[], now: string): SessionCard | undefined {
  const open = sessions.filter((one) => one.state === 'running' || one.state === 'planned' || one.state === 'noRegister')
  const underWay = open.filter((one) => instantOf(one.date, one.end) >= now)
  return underWay.find((one) => one.state === 'running') ?? underWay[0] ?? open.at(-1)
}

async function trendOf(context: ViewContext, card: SessionCard | undefined, today: string): Promise<TodayView['trend']> {
  if (!card) return null
  const past = context.agenda.ofGroup(card.groupId, addDays(today, -7 * 40), today).filter((one) => !one.session?.cancelledBecause)
  const last = past.slice(-trendSessions)
  const came = await context.cameTo(last.map((one) => one.sessionId))
  const points = last.map((one) => ({ date: one.date, here: came.get(one.sessionId)?.size || null }))
  return { group: card.group, points }
}

/** Values of one field that did not see each other: both are kept until somebody chooses. */
function questions(context: ViewContext): TodayView['questions'] {
  return context.store.memory.list('person').flatMap((person) => {
    const row = context.store.memory.row(keyOf('person', person.id))?.view
    if (!row?.sides || person.removedBecause) return []
    return (['phone', 'address'] as const)
      .filter((field) => openValues(row, field).length > 1)
      .map((field) => ({ personId: person.id, name: nameOf(person), field }))
  })
}
