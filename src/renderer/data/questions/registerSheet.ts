import { registerSheetView } from '../reading/paper.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The register to print. */
export const registerSheet = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => registerSheetView(context, sessionId),
})
