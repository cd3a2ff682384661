import { numbersView } from '../reading/teamNumbers.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Whom to ring in an emergency. */
export const numbers = defineQuestion({
  madeOf: ['team'],
  afterLease: true,
  answer: (context) => numbersView(context),
})
