import { gapsView } from '../reading/gaps.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The gap board (story 26). */
export const gaps = defineQuestion({
  madeOf: ['gap', 'group', 'proposal', 'samePerson', 'voice', 'venue'],
  afterLease: false,
  answer: (context, { months }: { months: number }) => gapsView(context, months),
})
