import { peopleView } from '../reading/people.ts'
import { defineQuestion } from './defineQuestion.ts'

/** People by the beginning of a name. */
export const people = defineQuestion({
  afterLease: false,
  answer: (context, { text, most }: { text: string; most: number }) => peopleView(context, text, most),
})
