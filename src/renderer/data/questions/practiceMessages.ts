import { messageRecords, messagesView } from '../reading/practiceMessages.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The messages to the practice of one case, and what the next one would say (story 30). */
export const practiceMessages = defineQuestion({
  madeOf: messageRecords,
  afterLease: false,
  answer: (context, { episodeId }: { episodeId: string }) => messagesView(context, episodeId),
})
