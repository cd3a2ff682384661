import { planFeed, type FeedChoices } from '../../../shared/portable/openReferralPlan.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What importing a list of services would do. Nothing is written. */
export const feedPlan = defineQuestion({
  madeOf: ['service'],
  afterLease: false,
  answer: (context, { file, choices }: { file: string; choices: FeedChoices }) =>
    planFeed(file, choices, context.store.memory.list('service'), context.today()),
})
