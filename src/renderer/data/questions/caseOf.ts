import type { CaseOfView } from '../../workerLink/caseViews.ts'
import { openCaseOf } from '../../../shared/rules/cases.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { caseRecords, ownerIdOf } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The cases of a person, for their page. Nothing on laptops that have no cases. */
export const caseOf = defineQuestion({
  madeOf: caseRecords,
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => caseOfView(context, personId),
})

function caseOfView(context: ViewContext, personId: string): CaseOfView {
  const known = context.store.memory.linked('episode', 'personId', personId).filter((one) => !one.voidedBecause)
  const open = openCaseOf(known)
  return {
    open: open && { episodeId: open.id, owner: context.colleagueName(ownerIdOf(context, open.id)) },
    closed: known
      .flatMap((one) => (one.closedOn ? [{ episodeId: one.id, closedOn: one.closedOn }] : []))
      .sort((a, b) => compareTexts(b.closedOn, a.closedOn)),
  }
}
