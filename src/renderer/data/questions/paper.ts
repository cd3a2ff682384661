import { paperView } from '../reading/paper.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The paper sheets of a session. */
export const paper = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => paperView(context, sessionId),
})
