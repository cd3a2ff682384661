import { closingView } from '../reading/during.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Closing: what is missing, said before it is signed off. */
export const closing = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => closingView(context, sessionId),
})
