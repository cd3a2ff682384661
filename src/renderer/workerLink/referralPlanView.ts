import type { BundleFault } from '../../shared/portable/fhirBundle.ts'
import type { PlannedReferral } from '../../shared/portable/incoming.ts'
import type { ReferralList } from '../../shared/portable/referralList.ts'

/** What importing a file of referrals would do. */
export interface ReferralPlanView {
  kind: 'bundle' | 'list'
  /** Why it cannot be read at all: of a list the line where a quotation mark is not closed. */
  fault: BundleFault | { line: number } | null
  /** The columns of a list. */
  list: Pick<ReferralList, 'headers' | 'columns' | 'unused'> | null
  rows: PlannedReferral[]
  counts: Record<PlannedReferral['what'], number>
}
