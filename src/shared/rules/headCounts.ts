import type { Entity } from '../records/index.ts'
import type { HeadCountMoment } from '../records/headCount.ts'

/** The counts of a walk in the order they are made (domain 10.1). */
export const moments: readonly HeadCountMoment[] = ['out', 'halfway', 'back']

/** The count that holds for each moment: the latest not voided. */
export function standingCounts(counts: readonly Entity<'headCount'>[]): Entity<'headCount'>[] {
  return moments.flatMap((moment) => {
    const latest = counts
      .filter((one) => one.moment === moment && !one.voidedBecause)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
      .at(-1)
    return latest ? [latest] : []
  })
}

/** Which count comes next, or null when all three are made. */
export function nextMoment(counts: readonly Entity<'headCount'>[]): HeadCountMoment | null {
  const last = standingCounts(counts).at(-1)
  if (!last) return 'out'
  return moments[moments.indexOf(last.moment) + 1] ?? null
}

/** Whether this count says that not everybody was seen, or more than are signed in. */
export function disagrees(count: Pick<Entity<'headCount'>, 'counted' | 'expected' | 'missingIds'>): boolean {
  return count.counted !== count.expected || count.missingIds.length > 0
}

/** The last count, if it disagrees: a session with one needs a reason to close (story 8). */
export function openMismatch(counts: readonly Entity<'headCount'>[]): Entity<'headCount'> | null {
  const last = standingCounts(counts).at(-1)
  return last && disagrees(last) ? last : null
}
