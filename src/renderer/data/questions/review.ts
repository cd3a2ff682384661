import type { RetentionRow, ReviewView } from '../../workerLink/retentionViews.ts'
import { addMonths } from '../../../shared/std/dates.ts'
import type { ViewContext } from '../reading/context.ts'
import { erasedRows, keepingRows, retentionRow, type LastDays } from '../reading/retention.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Records to review, for leads: who is due and why, what is kept, who was erased (story 35). @param most people that are told */
export const review = defineQuestion({
  afterLease: false,
  answer: async (context, { most }: { most: number }, { lastSeen: { known } }): Promise<ReviewView | null> => {
    const { memory } = context.store
    if (context.store.role() !== 'lead') return null
    const all = known ? memory.list('person').map((person) => retentionRow(context, person, known.days)) : []
    const due = known ? await stillDue(context, all, known.days) : []
    const inAYear = addMonths(context.today(), 12)
    return {
      asAt: known?.at ?? null,
      due: due.slice(0, most),
      dueCount: due.length,
      soonCount: all.filter((one) => !one.due && one.keptBy.length === 0 && one.retainUntil <= inAYear).length,
      kept: keepingRows(context, memory.list('retention')),
      erased: erasedRows(context),
    }
  },
})

/** The few whose time is over are looked at again with their sign-ins on this laptop: somebody may have come today. */
async function stillDue(context: ViewContext, all: readonly RetentionRow[], days: LastDays): Promise<RetentionRow[]> {
  const over = all.filter((one) => one.due)
  await context.store.load(
    'signIn',
    'personId',
    over.map((one) => one.personId),
  )
  const rows = over.flatMap(({ personId }) => {
    const person = context.store.memory.get('person', personId)
    return person ? [retentionRow(context, person, days)] : []
  })
  return rows.filter((one) => one.due).sort((a, b) => (`${a.retainUntil} ${a.name}` < `${b.retainUntil} ${b.name}` ? -1 : 1))
}
