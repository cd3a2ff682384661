import { measureToAskView } from '../reading/measures.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One questionnaire as it is put to one person. */
export const measureToAsk = defineQuestion({
  madeOf: ['person', 'episode', 'measure', 'measureLicence', 'team'],
  afterLease: false,
  answer: (context, { personId, questionnaire }: { personId: string; questionnaire: string }) => measureToAskView(context, personId, questionnaire),
})
