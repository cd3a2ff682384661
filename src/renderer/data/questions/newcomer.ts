import { newcomerView } from '../reading/know.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The form of somebody new. */
export const newcomer = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId, personId }: { sessionId: string; personId: string }) => newcomerView(context, sessionId, personId),
})
