import { storiesView, storyRecords } from '../reading/stories.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Stories and quotes, where they may be used, and what is to be taken down (stories 33 and 34). */
export const stories = defineQuestion({
  madeOf: storyRecords,
  afterLease: false,
  answer: (context) => storiesView(context),
})
