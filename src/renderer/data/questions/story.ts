import { storyOf } from '../reading/story.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Why somebody came, what matters to them, and what was done for them. Null where nothing of it is on this laptop. */
export const story = defineQuestion({
  madeOf: [
    'referral',
    'episode',
    'assignment',
    'caseContact',
    'plan',
    'planGoal',
    'planVersion',
    'offer',
    'measure',
    'gap',
    'colleague',
    'group',
    'service',
  ],
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => storyOf(context, personId),
})
