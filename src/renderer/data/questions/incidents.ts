import { incidentsView } from '../reading/happened.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Incidents of a session, or all of them. */
export const incidents = defineQuestion({
  afterLease: ({ sessionId }: { sessionId: string | null }) => sessionId !== null, // those of one session; the list of all waits
  answer: (context, { sessionId }: { sessionId: string | null }) => incidentsView(context, sessionId),
})
