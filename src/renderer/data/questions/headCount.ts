import { nextMoment, standingCounts } from '../../../shared/rules/headCounts.ts'
import { cafeOnly, headsOf } from '../../../shared/rules/heads.ts'
import { partsOf, type TemplateParts } from '../../../shared/rules/templates.ts'
import type { CountedRow, HeadCountView } from '../../workerLink/views.ts'
import type { ViewContext } from '../reading/context.ts'
import { named, plainly, idsIn } from '../reading/namesThere.ts'
import { openRegisterOnce, type OpenRegister } from '../reading/register.ts'
import { countViews } from '../reading/sessionCard.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Counting heads: who should be there, and what was counted before. */
export const headCount = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => headCountView(context, sessionId),
})

/** Counting heads: who should be there, and what was counted before. */
async function headCountView(context: ViewContext, sessionId: string): Promise<HeadCountView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const counts = await context.store.linked('headCount', 'sessionId', sessionId)
  const parts = partsOf(open.group)
  const heads = headsOf([...open.attendance.values()], open.companions)
  return {
    sessionId,
    which: { groupId: open.group.id, date: open.occurrence.date, slot: open.occurrence.slot },
    group: open.group.name,
    place: context.placeOf(open.occurrence).place,
    moments: [...parts.moments],
    next: nextMoment(counts, parts.moments),
    expected: toTick(context, open, parts),
    babies: parts.babies ? heads.babies : null,
    assistanceDogs: heads.assistanceDogs,
    counts: countViews(context, standingCounts(counts), open.apart),
  }
}

/** Whom a counter ticks: the people of the walk, and who came along, but for dogs and for babies counted apart. */
function toTick(context: ViewContext, open: OpenRegister, parts: TemplateParts): CountedRow[] {
  const walked = idsIn(open, ['here']).filter((id) => parts.moments.includes('in') || !cafeOnly(open.attendance.get(id)!))
  const people = named(context, walked).map((one): CountedRow => ({ ...plainly(one), heads: 1, companion: null }))
  const names = new Map(people.map((one) => [one.personId, one.name]))
  const with_ = open.companions.filter((one) => !one.leftAt && one.kind !== 'assistanceDog' && !(parts.babies && one.kind === 'baby'))
  const along = with_
    .filter((one) => !one.withId || names.has(one.withId))
    .map((one): CountedRow => {
      const whose = one.withId ? (names.get(one.withId) ?? null) : null
      return { personId: one.id, name: whose ?? '', heads: one.number, companion: { kind: one.kind, with: whose } }
    })
  return [...people, ...along]
}
