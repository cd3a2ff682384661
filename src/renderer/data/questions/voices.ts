import { voiceRecords, voicesView } from '../reading/voices.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What people said of one group, and what is for a lead to read first (story 33). */
export const voices = defineQuestion({
  madeOf: voiceRecords,
  afterLease: false,
  answer: (context, { groupId }: { groupId: string | null }) => voicesView(context, groupId),
})
