import type { ReferralPlanView } from '../../workerLink/referralPlanView.ts'
import { readBundle } from '../../../shared/portable/fhirBundle.ts'
import { planReferrals, type Incoming, type PlannedReferral } from '../../../shared/portable/incoming.ts'
import { readReferralList, type ListColumns } from '../../../shared/portable/referralList.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What importing a list or Bundle of referrals would do, without doing it (dry run, story 39). */
export const referralPlan = defineQuestion({
  afterLease: false,
  answer: (context, { text, columns }: { text: string; columns: ListColumns | null }) => referralPlanView(context, text, columns),
})

async function referralPlanView(context: ViewContext, text: string, columns: ListColumns | null): Promise<ReferralPlanView> {
  const today = context.today()
  if (/^\uFEFF?\s*[{[]/.test(text)) {
    const read = readBundle(text, today)
    return read.ok
      ? { kind: 'bundle', fault: null, list: null, ...planned(context, read.value) }
      : { kind: 'bundle', fault: read.reason, list: null, ...planned(context, []) }
  }
  const { incoming, fault, ...list } = readReferralList(text, columns, today)
  return { kind: 'list', fault: fault && { line: fault.line }, list, ...planned(context, incoming) }
}

function planned({ store: { memory } }: ViewContext, incoming: readonly Incoming[]): Pick<ReferralPlanView, 'rows' | 'counts'> {
  const rows = planReferrals(incoming, { people: memory.list('person'), referrals: memory.list('referral'), episodes: memory.list('episode') })
  const count = (what: PlannedReferral['what']) => rows.filter((one) => one.what === what).length
  return { rows, counts: { add: count('add'), known: count('known'), already: count('already'), reject: count('reject') } }
}
