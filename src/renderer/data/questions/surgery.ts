import { surgeryView } from '../reading/surgery.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What waits, what is on hold, what was sent. */
export const surgery = defineQuestion({
  afterLease: true,
  answer: (context, _: null, { status }) => surgeryView(context, status),
})
