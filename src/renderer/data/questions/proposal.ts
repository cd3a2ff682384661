import { proposalView } from '../reading/proposals.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One proposal: plan, evidence, decisions, and its pilot beside what was hoped (story 27). */
export const proposal = defineQuestion({
  afterLease: false,
  answer: (context, { proposalId }: { proposalId: string }) => proposalView(context, proposalId),
})
