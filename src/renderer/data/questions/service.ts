import { directoryMadeOf, entryView } from '../reading/directory.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One entry of the directory, by its own id or its group's. */
export const service = defineQuestion({
  madeOf: directoryMadeOf,
  afterLease: false,
  answer: (context, { entryId }: { entryId: string }) => entryView(context, entryId),
})
