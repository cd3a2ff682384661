import { planView } from '../reading/plan.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Somebody's plan: of one case, or of the open one (story 21). */
export const plan = defineQuestion({
  madeOf: ['person', 'episode', 'plan', 'planGoal', 'planAction', 'planVersion', 'planConfidence', 'cafeConfidence', 'colleague', 'device'],
  afterLease: false,
  answer: (context, { personId, episodeId }: { personId: string; episodeId?: string | null }) => planView(context, personId, episodeId),
})
