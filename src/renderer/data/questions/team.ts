import { teamView } from '../reading/groups.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Colleagues, laptops, numbers and places of the team. */
export const team = defineQuestion({
  madeOf: ['colleague', 'team', 'device', 'venue', 'partnerAgreement'],
  afterLease: true,
  answer: (context) => teamView(context),
})
