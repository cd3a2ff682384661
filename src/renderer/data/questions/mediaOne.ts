import { mediaOf, mediaRecords } from '../reading/media.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One picture or film: who is in it, for what it may be used, where it is shown. Null where it is not on this laptop. */
export const mediaOne = defineQuestion({
  madeOf: mediaRecords,
  afterLease: false,
  answer: (context, { mediaId }: { mediaId: string }, { files }) => mediaOf(context, files, mediaId),
})
