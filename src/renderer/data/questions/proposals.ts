import { proposalsView } from '../reading/proposals.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Every proposal of a group. */
export const proposals = defineQuestion({
  madeOf: ['proposal', 'colleague'],
  afterLease: false,
  answer: (context) => proposalsView(context),
})
