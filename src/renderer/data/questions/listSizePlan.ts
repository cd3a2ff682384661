import { readListSizes } from '../../../shared/portable/listSizes.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What a file of NHS England says of these practices. Nothing is written. */
export const listSizePlan = defineQuestion({
  madeOf: [],
  afterLease: false,
  answer: (_, { file, codes }: { file: string; codes: readonly string[] }) => readListSizes(file, codes),
})
