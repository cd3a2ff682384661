import type { PastImport } from '../../workerLink/caseViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { isUndecided } from '../../../shared/rules/referrals.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { caseRecords } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { standingReferrals } from '../reading/referrals.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Files of referrals that were imported and not taken back, the latest first: what each brought, and what of it can still go (story 39). */
export const referralImports = defineQuestion({
  madeOf: caseRecords,
  afterLease: false,
  answer: (context, _: null) => importsView(context),
})

async function importsView(context: ViewContext): Promise<PastImport[]> {
  const standing = (await standingReferrals(context)).map((one) => one.referral)
  const byImport = Map.groupBy(
    standing.filter((one) => one.importId),
    (one) => one.importId!,
  )
  const people = Map.groupBy(
    context.store.memory.list('person').filter((one) => one.importId && !one.removedBecause),
    (one) => one.importId!,
  )
  return [...byImport]
    .map(([importId, referrals]) => pastImport(context, importId, referrals, people.get(importId) ?? []))
    .sort((a, b) => compareTexts(`${b.at} ${b.importId}`, `${a.at} ${a.importId}`))
}

function pastImport(context: ViewContext, importId: string, referrals: Entity<'referral'>[], people: Entity<'person'>[]): PastImport {
  const [first] = referrals
  return {
    importId,
    at: first?.at ?? '',
    by: context.colleagueName(first?.byId) ?? null,
    referrals: referrals.length,
    decided: referrals.filter((one) => !isUndecided(one)).length,
    referralIds: referrals.filter(isUndecided).map((one) => one.id),
    personIds: people.map((one) => one.id),
  }
}
