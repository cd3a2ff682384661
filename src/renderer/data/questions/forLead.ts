import { forLeadView } from '../reading/office.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What waits for a lead, for Today; null: nothing, or no lead. */
export const forLead = defineQuestion({
  madeOf: ['colleague'],
  afterLease: true,
  answer: (_context, _: null, { office }) => forLeadView(office),
})
