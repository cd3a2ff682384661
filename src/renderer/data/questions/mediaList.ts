import { mediaListOf, mediaRecords } from '../reading/media.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Every picture and film, with where its file is (story 34). */
export const mediaList = defineQuestion({
  madeOf: mediaRecords,
  afterLease: false,
  answer: (context, _params: null, { files }) => mediaListOf(context, files),
})
