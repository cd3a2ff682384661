import { emergencyView } from '../reading/during.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Whom to ring for whom, of everybody who is there. */
export const emergency = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => emergencyView(context, sessionId),
})
