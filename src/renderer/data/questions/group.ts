import { groupView } from '../reading/groups.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A group’s page. */
export const group = defineQuestion({
  afterLease: false,
  answer: (context, { groupId }: { groupId: string }) => groupView(context, groupId),
})
