import { headCountView } from '../reading/during.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Counting heads: who should be there, and what was counted before. */
export const headCount = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => headCountView(context, sessionId),
})
