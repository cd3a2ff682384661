import { picturesView, storyRecords } from '../reading/stories.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What somebody agreed for photos and film of them (story 34). */
export const pictures = defineQuestion({
  madeOf: storyRecords,
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => picturesView(context, personId),
})
