import { readDeprivation } from '../../../shared/portable/deprivation.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What a table says of how deprived postcodes are. Nothing is written. */
export const deprivationPlan = defineQuestion({
  madeOf: [],
  afterLease: false,
  answer: (_, { csv }: { csv: string }) => readDeprivation(csv),
})
