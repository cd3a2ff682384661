import type { Entity } from '../records/index.ts'
import type { HeadCountMoment } from '../records/headCount.ts'
import { oldestFirst } from '../std/order.ts'

/** All counts in the order of a day; a template makes some of them (rules/templates.ts). */
const everyMoment: readonly HeadCountMoment[] = ['out', 'in', 'halfway', 'back', 'end']

/** The count that holds for each moment: the latest not voided. */
export function standingCounts(counts: readonly Entity<'headCount'>[]): Entity<'headCount'>[] {
  return everyMoment.flatMap((moment) => {
    const latest = counts
      .filter((one) => one.moment === moment && !one.voidedBecause)
      .sort(oldestFirst)
      .at(-1)
    return latest ? [latest] : []
  })
}

/** Which count comes next, or null when all are made. @param moments those of the group's template, in order */
export function nextMoment(counts: readonly Entity<'headCount'>[], moments: readonly HeadCountMoment[]): HeadCountMoment | null {
  const made = standingCounts(counts).map((one) => moments.indexOf(one.moment))
  return moments[Math.max(-1, ...made) + 1] ?? null
}

/** Whether this count is of a room, where who came for the café only is a head too (story 9). */
export function isRoom(moment: HeadCountMoment): boolean {
  return moment === 'in' || moment === 'end'
}

type Counted = Pick<Entity<'headCount'>, 'counted' | 'expected' | 'missingIds' | 'babies' | 'babiesExpected'>

/** Whether this count says that not everybody was seen, or more than are signed in. */
export function disagrees(count: Counted): boolean {
  return count.counted !== count.expected || count.missingIds.length > 0 || (count.babies ?? 0) !== (count.babiesExpected ?? 0)
}

/** The last count, if it disagrees: a session with one needs a reason to close (story 8). */
export function openMismatch(counts: readonly Entity<'headCount'>[]): Entity<'headCount'> | null {
  const last = standingCounts(counts).at(-1)
  return last && disagrees(last) ? last : null
}
