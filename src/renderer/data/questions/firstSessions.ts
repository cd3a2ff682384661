import type { Slot } from '../../../shared/records/group.ts'
import { firstSessions as firstOf } from '../../../shared/rules/sessions.ts'
import { defineQuestion } from './defineQuestion.ts'

/** As many sessions of a new group are shown before it is saved. */
const mostFirst = 6

/** When a group that is not saved yet would first meet. */
export const firstSessions = defineQuestion({
  madeOf: [],
  afterLease: true,
  answer: (context, { schedule }: { schedule: Slot[] }) => firstOf(schedule, context.today(), mostFirst),
})
