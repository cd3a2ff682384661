import { groupsView } from '../reading/groups.ts'
import { defineQuestion } from './defineQuestion.ts'

/** All groups. */
export const groups = defineQuestion({
  afterLease: true,
  answer: (context) => groupsView(context),
})
