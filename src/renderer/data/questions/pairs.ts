import { pairsOnce } from '../reading/pairs.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who may be written down twice, what is to be asked again, and who was joined (story 18). */
export const pairs = defineQuestion({
  madeOf: ['person', 'samePerson', 'colleague'],
  afterLease: false,
  answer: (context) => pairsOnce(context),
})
