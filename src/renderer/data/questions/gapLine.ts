import { gapLineView } from '../reading/gaps.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One line of the gap board, with who may be asked. */
export const gapLine = defineQuestion({
  madeOf: ['gap', 'person', 'samePerson'],
  afterLease: false,
  answer: (context, { key, months }: { key: string; months: number }) => gapLineView(context, key, months),
})
