import type { CorrectionsView } from '../../workerLink/retentionViews.ts'
import { correctionsView, ownCorrections } from '../reading/corrections.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What was changed in a person's details, from what to what, when and by whom; for leads (story 35). Asks the surgery, so it is asked once. */
export const corrections = defineQuestion({
  afterLease: false,
  answer: async (context, { personId }: { personId: string }, { askCorrections }): Promise<CorrectionsView | null> => {
    const { memory } = context.store
    if (!memory.get('person', personId) || context.store.role() !== 'lead') return null
    const ids = memory.joins.any ? memory.joins.idsOf(personId) : [personId]
    const told = await askCorrections(ids)
    return told ? correctionsView(context, told, 'surgery') : correctionsView(context, await ownCorrections(context, ids), 'thisLaptop')
  },
})
