import { personView } from '../reading/people.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A person’s page. */
export const person = defineQuestion({
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => personView(context, personId),
})
