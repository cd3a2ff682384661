import { healthView } from '../reading/know.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The health questions of one person at one session. */
export const health = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId, personId }: { sessionId: string; personId: string }) => healthView(context, sessionId, personId),
})
