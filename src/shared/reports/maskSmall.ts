import { said, type Said } from './cellWords.ts'

/** Fewer than so many people are not told apart (domain 5.10). */
const fewest = 5

/** Whether a count would say something about a few people. */
export function isSmall(count: number): boolean {
  return count > 0 && count < fewest
}

/** A count as it may be shown: fewer than five is said so. */
export function maskSmall(count: number): number | Said {
  return isSmall(count) ? said('fewer') : count
}

/**
 * The parts of a whole that is shown beside them: all or none, as the one that is left out could be worked out. @param others the same parts
 * of everybody else, where the figures of all stand beside these
 */
export function maskParts(parts: readonly number[], others: readonly number[] = []): (number | Said)[] {
  return [...parts, ...others].some(isSmall) ? parts.map(() => said('notShown')) : [...parts]
}

/** Counts under each other of which the sum is shown: where one is small, the next smallest goes with it. */
export function maskColumn(counts: readonly number[]): (number | Said)[] {
  const small = counts.filter(isSmall).length
  const next = small === 1 ? Math.min(...counts.filter((one) => one >= fewest)) : null
  const at = next === null ? -1 : counts.indexOf(next)
  return counts.map((one, nth) => (nth === at ? said('notShown') : maskSmall(one)))
}
