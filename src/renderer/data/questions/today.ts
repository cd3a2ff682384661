import type { SessionCard, TodayView } from '../../workerLink/views.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { Row } from '../../../shared/changes/row.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { addDays, instantOf } from '../../../shared/std/dates.ts'
import type { ViewContext } from '../reading/context.ts'
import { sessionCards } from '../reading/sessionCard.ts'
import { trendOf } from '../reading/trend.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Today and the days around it. */
export const today = defineQuestion({
  afterLease: true,
  answer: (context) => todayView(context),
})

/** How long a session without a register is asked for. */
const weeksAsked = 4

/** The first screen: today, the coming week, and what needs somebody. */
async function todayView(context: ViewContext): Promise<TodayView> {
  const date = context.today()
  const span = context.agenda.between(addDays(date, -7 * weeksAsked), addDays(date, 7))
  const cards = await sessionCards(
    context,
    span.filter((one) => one.date >= date || mayLackRegister(context, one)),
  )
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
    questions: [
      ...questions(context),
      ...(await contactQuestions(
        context,
        span.filter((one) => one.date >= date),
      )),
    ],
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
    return person && person.id === view?.id && !person.removedBecause
      ? fields.map((field) => ({ personId: person.id, name: nameOf(person), field }))
      : []
  })
}

/**
 * The same of emergency numbers, of everybody who is expected in the coming week, and of whoever else has been looked at: in an
 * emergency nobody has time to find out which is right. Asked once everybody is read, so that opening does not wait for it.
 */
async function contactQuestions(context: ViewContext, coming: readonly Occurrence[]): Promise<TodayView['questions']> {
  const { memory } = context.store
  if (!context.knowsAll) return []
  await context.store.load(
    'emergencyContact',
    'personId',
    coming.flatMap((one) => context.membersOf(one.groupId, one.date).map(({ personId }) => personId)),
  )
  const ids = [...memory.rowsOf('emergencyContact')].flatMap(({ view }) => {
    const contact = view && standsBeside(view, 'phone') ? memory.get('emergencyContact', view.id) : undefined
    return contact && !contact.removedBecause ? [contact.personId] : []
  })
  return [...new Set(ids)].flatMap((personId) => {
    const person = memory.get('person', personId)
    return person && !person.removedBecause ? [{ personId, name: nameOf(person), field: 'emergencyPhone' as const }] : []
  })
}

/** Looked at for everybody on the laptop with each answer, so without making lists. */
function standsBeside(row: Row, field: string): boolean {
  return (row.sides?.[field]?.values.length ?? 0) > 1
}
