import type { AwayView } from '../../workerLink/caseViews.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { caseRecords, ownersHere } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who is away now or later, and who covers. */
export const away = defineQuestion({
  madeOf: caseRecords,
  afterLease: false,
  answer: (context) => awayView(context),
})

async function awayView(context: ViewContext): Promise<AwayView> {
  const today = context.today()
  const coming = context.store.memory.list('timeAway').filter((one) => !one.voidedBecause && (one.until === null || one.until >= today))
  return {
    rows: coming
      .sort((a, b) => compareTexts(`${a.from} ${a.id}`, `${b.from} ${b.id}`))
      .map((one) => ({
        timeAwayId: one.id,
        colleague: context.colleagueName(one.colleagueId) ?? '',
        from: one.from,
        until: one.until,
        cover: one.coverId ? (context.colleagueName(one.coverId) ?? null) : null,
        note: one.note || null,
        now: one.from <= today,
      })),
    owners: await ownersHere(context),
  }
}
