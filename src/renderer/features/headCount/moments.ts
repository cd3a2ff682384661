import type { HeadCountMoment } from '../../../shared/records/headCount.ts'

/** The counts of a walk in their order. */
export const moments: readonly HeadCountMoment[] = ['out', 'halfway', 'back']
