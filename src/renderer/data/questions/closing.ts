import { disagrees, openMismatch, standingCounts } from '../../../shared/rules/headCounts.ts'
import { headsOf } from '../../../shared/rules/heads.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'
import type { ClosingView } from '../../workerLink/views.ts'
import { chipsOf } from '../reading/chips.ts'
import type { ViewContext } from '../reading/context.ts'
import { named, plainly, idsIn } from '../reading/namesThere.ts'
import { notesAbout } from '../reading/notes.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { countViews } from '../reading/sessionCard.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Closing: what is missing, said before it is signed off. */
export const closing = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => closingView(context, sessionId),
})

/** Closing: what is missing, said before it is signed off. */
async function closingView(context: ViewContext, sessionId: string): Promise<ClosingView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const { group, occurrence, attendance, members, regulars } = open
  const counts = await context.store.linked('headCount', 'sessionId', sessionId)
  const there = idsIn(open, ['here', 'left'])
  await context.store.load('emergencyContact', 'personId', there)
  const mismatch = group.counts ? openMismatch(counts) : null
  const session = occurrence.session
  const made = standingCounts(counts).map((one) => one.moment)
  const newcomers = named(
    context,
    there.filter((id) => regulars.times(id) === 0),
  )
  return {
    sessionId,
    which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot },
    group: group.name,
    date: occurrence.date,
    here: idsIn(open, ['here']).length,
    left: idsIn(open, ['left']).length,
    newcomers: newcomers.map((one) => ({ ...plainly(one), missing: chipsOf(context, one.personId, true).missing })),
    notRecorded: named(
      context,
      [...members.keys()].filter((id) => (!attendance.has(id) || attendance.get(id)?.state === 'undone') && !open.marks.has(id)),
    ).map(plainly),
    apologies: [...open.marks.values()].filter((one) => one.state === 'apologies').length,
    absent: [...open.marks.values()].filter((one) => one.state === 'absent').length,
    heads: headsOf([...attendance.values()], open.companions),
    countsMissing: partsOf(group).moments.filter((moment) => !made.includes(moment)),
    mismatch: mismatch ? (countViews(context, [mismatch], open.apart)[0] ?? null) : null,
    gaps: group.counts ? countViews(context, standingCounts(counts).filter(disagrees), open.apart) : [],
    notes: await notesAbout(context, sessionId),
    closed: session?.closedAt
      ? { at: session.closedAt, by: context.colleagueName(session.closedBy) ?? '', reason: session.mismatchReason ?? null }
      : null,
    next: nextDate(context, occurrence),
  }
}

/** When the group meets again, as far as anybody knows. */
function nextDate(context: ViewContext, { groupId, date, start }: Occurrence): PlainDate | null {
  const coming = context.agenda.ofGroup(groupId, date, addDays(date, 60))
  const after = coming.filter((one) => `${one.date} ${one.start}` > `${date} ${start}`)
  return after.find((one) => !one.session?.cancelledBecause)?.date ?? null
}
