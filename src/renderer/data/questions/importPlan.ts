import type { ImportChoices } from '../../../shared/portable/importMembers.ts'
import { planList } from '../planList.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What importing a list would do, without doing it (dry run). */
export const importPlan = defineQuestion({
  afterLease: false,
  answer: (context, { csv, groupId, choices }: { csv: string; groupId: string; choices: ImportChoices }) => planList(context, csv, choices, groupId),
})
