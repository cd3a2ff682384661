import type { PairsView } from '../../workerLink/twoPeopleViews.ts'
import { pairsMadeOf, pairsOnce } from '../reading/pairs.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who may be written down twice, what is to be asked again, and who was joined (story 18). */
export const pairs = defineQuestion({
  madeOf: pairsMadeOf,
  afterLease: true,
  overLease: (): PairsView => ({ open: [], later: [], joined: [] }), // Today asks for it, and waits for no answer that does not come
  answer: (context) => pairsOnce(context),
})
