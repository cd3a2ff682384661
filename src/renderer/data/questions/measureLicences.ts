import { licencesView } from '../reading/measures.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What the site has a licence for. */
export const measureLicences = defineQuestion({
  madeOf: ['measureLicence', 'team', 'colleague'],
  afterLease: false,
  answer: (context) => licencesView(context),
})
