import { mustKnowView } from '../reading/know.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What every leader must know about those who are there. */
export const mustKnow = defineQuestion({
  early: true,
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => mustKnowView(context, sessionId),
})
