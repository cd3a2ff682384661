import { emergencySheetView } from '../reading/paper.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The emergency sheet to print. Asked only after it was written down who looks. */
export const emergencySheet = defineQuestion({
  afterLease: true,
  answer: (context, params: { sessionId: string; here: boolean }) => emergencySheetView(context, params),
})
