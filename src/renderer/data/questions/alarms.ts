import type { AlarmView } from '../../workerLink/views.ts'
import { isOverdue } from '../../../shared/rules/alarms.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Sessions that have not come back. */
export const alarms = defineQuestion({
  early: true,
  afterLease: true,
  answer: (context) => alarmsView(context),
})

/** Sessions somebody should ring about, on this laptop and on every other that has heard of them. */
function alarmsView(context: ViewContext): AlarmView[] {
  const today = context.today()
  const near = context.agenda.between(addDays(today, -1), today)
  const { memory } = context.store
  return near
    .filter((one) => isOverdue(one, context.now()))
    .map((one) => ({
      sessionId: one.sessionId,
      group: memory.get('group', one.groupId)?.name ?? '',
      place: context.placeOf(one).place,
      end: one.end,
      date: one.date,
      leader: context.colleagueName(one.leaderId),
      leaderPhone: one.leaderId ? (memory.get('colleague', one.leaderId)?.phone ?? null) : null,
      dutyPhone: memory.get('team', context.store.opened.identity.team.id)?.dutyPhone ?? null,
      onThisLaptop: context.carries(one.groupId),
    }))
}
