import type { SessionCard, TodayView } from '../../desk/views.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { Row } from '../../../shared/changes/row.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { addDays, instantOf } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'
import { sessionCards } from './sessionCard.ts'
import { trendOf } from './trend.ts'

/** How long a session without a register is asked for. */
const weeksAsked = 4

/** The first screen: today, the coming week, and what needs somebody. */
export async function todayView(context: ViewContext): Promise<TodayView> {
  const date = context.today()
  const span = context.agenda.between(addDays(date, -7 * weeksAsked), addDays(date, 7))
  const cards = await sessionCards(context, span.filter((one) => one.date >= date || mayLackRegister(context, one)))
  const sessions = cards.filter((one) => one.date === date)
  const next = nextSession(sessions, context.now())
  const shown = next ?? cards.find((one) => one.onThisLaptop && one.date >= date)
  return {
    date,
    sessions,
    later: cards.filter((one) => one.date > date),
    noRegister: cards.filter((one) => one.date < date && one.onThisLaptop && one.state === 'noRegister').reverse(),
    next: next?.sessionId ?? null,
    trend: shown ? { group: shown.group, points: await trendOf(context, shown.groupId) } : null,
    questions: questions(context),
  }
}

/** Whether a session of the past is worth a card: whoever keeps it may have forgotten its register. */
function mayLackRegister(context: ViewContext, { groupId, session }: Occurrence): boolean {
  return context.carries(groupId) && !session?.closedAt && !session?.cancelledBecause
}

/** The one running, else the next to begin, else the last not closed; none whose register is on other laptops only. */
function nextSession(sessions: readonly SessionCard[], now: string): SessionCard | undefined {
  const open = sessions.filter((one) => one.onThisLaptop && ['running', 'planned', 'noRegister'].includes(one.state))
  const underWay = open.filter((one) => instantOf(one.date, one.end) >= now)
  return underWay.find((one) => one.state === 'running') ?? underWay[0] ?? open.at(-1)
}

/** Values of one field that did not see each other: both are kept until somebody chooses. */
function questions(context: ViewContext): TodayView['questions'] {
  const { memory } = context.store
  return [...memory.rowsOf('person')].flatMap(({ view }) => {
    const fields = view ? (['phone', 'address'] as const).filter((field) => standsBeside(view, field)) : []
    const person = view && fields.length > 0 ? memory.get('person', view.id) : undefined
    return person && !person.removedBecause ? fields.map((field) => ({ personId: person.id, name: nameOf(person), field })) : []
  })
}

/** Looked at for everybody on the laptop with each answer, so without making lists. */
function standsBeside(row: Row, field: string): boolean {
  return Object.keys(row.sides?.[field]?.values ?? {}).length > 1
}
