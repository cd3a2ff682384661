import { measuresView } from '../reading/measures.ts'
import { defineQuestion } from './defineQuestion.ts'

/** All measures of somebody, and what is due (story 24). */
export const measures = defineQuestion({
  madeOf: ['person', 'episode', 'measure', 'measureLicence', 'team'],
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => measuresView(context, personId),
})
