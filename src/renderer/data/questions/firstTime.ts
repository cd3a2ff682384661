import { byName } from '../../../shared/rules/names.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { FirstTimeView } from '../../workerLink/matchViews.ts'
import { defineQuestion } from './defineQuestion.ts'

/** How far ahead a first date is looked for, in days, and how many dates are named. */
const daysAhead = 35
const mostDates = 4

/** When a group meets next, and who can go along the first time. */
export const firstTime = defineQuestion({
  afterLease: false,
  answer: (context, { groupId }: { groupId: string | null }): FirstTimeView => {
    const today = context.today()
    const coming = groupId ? context.agenda.ofGroup(groupId, today, addDays(today, daysAhead)) : []
    return {
      next: coming
        .filter((one) => !one.session?.cancelledBecause && !one.session?.closedAt)
        .slice(0, mostDates)
        .map((one) => ({ date: one.date, start: one.start, ...context.placeOf(one) })),
      colleagues: context.store.memory
        .list('colleague')
        .filter((one) => !one.leftOn || one.leftOn >= today)
        .sort(byName)
        .map(({ id, name }) => ({ id, name })),
    }
  },
})
