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
 * Counts of which the sum stands beside them, without what is small and so many others with it that none can be worked out: at least two are
 * left out, and together they are five or more. @param others the same counts of everybody else, where those of all stand beside these
 */
export function maskParts(counts: readonly number[], others: readonly number[] = []): (number | Said)[] {
  const hidden = new Set([...counts.keys()].filter((at) => isSmall(counts[at] ?? 0) || isSmall(others[at] ?? 0)))
  const ofHidden = (some: readonly number[]) => some.reduce((sum, one, at) => (hidden.has(at) ? sum + one : sum), 0)
  const tooFew = () => hidden.size === 1 || [counts, others].some((some) => isSmall(ofHidden(some)))
  while (hidden.size > 0 && hidden.size < counts.length && tooFew()) hidden.add(nextOf(counts, hidden))
  return counts.map((one, at) => (hidden.has(at) ? said('notShown') : one))
}

/** Which of those that still stand is the smallest; nobody at all is hidden last, as it hides nobody. */
function nextOf(counts: readonly number[], hidden: ReadonlySet<number>): number {
  const standing = [...counts.keys()].filter((at) => !hidden.has(at))
  const size = (at: number) => counts[at] || Infinity
  return standing.reduce((best, at) => (size(at) < size(best) ? at : best))
}
