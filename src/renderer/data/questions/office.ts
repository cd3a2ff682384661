import { officeView } from '../reading/office.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What waits for a lead at the surgery. */
export const office = defineQuestion({
  afterLease: false,
  answer: (context, _: null, { office }) => officeView(context, office),
})
