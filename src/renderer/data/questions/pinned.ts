import { pinnedView } from '../reading/happened.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What stands on Today until it has arrived. */
export const pinned = defineQuestion({
  early: true,
  afterLease: true,
  answer: (context) => pinnedView(context),
})
