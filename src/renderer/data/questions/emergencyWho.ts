import { emergencyWhoView } from '../reading/paper.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Whom an emergency sheet would name, without anything about them: for the note of who looked. */
export const emergencyWho = defineQuestion({
  afterLease: true,
  answer: (context, params: { sessionId: string; here: boolean }) => emergencyWhoView(context, params),
})
