import type { RetentionRow, ReviewView } from '../../workerLink/retentionViews.ts'
import { addMonths } from '../../../shared/std/dates.ts'
import { after } from '../after.ts'
import type { ViewContext } from '../reading/context.ts'
import { erasedRows, keepingRows, retentionRow, type LastDays } from '../reading/retention.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Records to review, for leads: who is due and why, what is kept, who was erased (story 35). @param most people that are told */
export const review = defineQuestion({
  madeOf: [
    ...(['person', 'samePerson', 'colleague', 'retention', 'erasure', 'incident', 'concern', 'membership', 'signIn'] as const),
    ...(['episode', 'referral', 'caseContact', 'measure', 'planVersion', 'offer', 'story', 'useAgreement', 'media', 'showing'] as const),
  ],
  afterLease: false,
  answer: async (context, { most }: { most: number }, { lastSeen: { known } }): Promise<ReviewView | null> => {
    const { memory } = context.store
    if (context.store.role() !== 'lead') return null
    const all = known ? await everybody(context, known.days) : []
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

/** People looked at before whoever else waits has a turn: a sign-in does not wait for a list that is asked for once a month. */
const atOnce = 300

async function everybody(context: ViewContext, days: LastDays): Promise<RetentionRow[]> {
  const { memory } = context.store
  const goes = new Set(memory.list('erasure').map((one) => memory.joins.survivorOf(one.personId)))
  const people = memory.list('person').filter((one) => !goes.has(one.id))
  const rows: RetentionRow[] = []
  for (let from = 0; from < people.length; from += atOnce) {
    for (const person of people.slice(from, from + atOnce)) rows.push(retentionRow(context, person, days))
    await after(0)
  }
  return rows
}

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
