/** Fewer than so many people are not told apart: in a small town a number is a name. */
export const leastShown = 5

/** Of fewer people than so many nothing is broken down by who they are: what is left to be shown would say the same of nearly all of them. */
export const leastBrokenDown = 20

/** How many people, or null where that is not shown. */
export type Masked = number | null

/** One number alone, as it may be shown: null where it is fewer than five and at least one. */
export function masked(count: number): Masked {
  return isFew(count) ? null : count
}

/**
 * The numbers of a breakdown as they may be shown beside their total. Everybody stands in one of its lines, so a single number that is
 * hidden would be the total without the others. Hidden are: every number under five, nought too, so that nobody can tell which line is
 * empty; and, where these could still be worked out, every number as large as the next smallest.
 *
 * Why that holds: of several hidden numbers only the sum is known. Unless all of them are 0 or all are 4, one could be a little more and
 * another a little less; where all are 4, one that is larger is hidden with them, and nothing says which of them that is.
 */
export function maskedBreakdown(counts: readonly number[]): Masked[] {
  const total = sumOf(counts)
  if (total < leastBrokenDown) return counts.map(() => null)
  const hidden = new Set(counts.flatMap((count, at) => (count < leastShown ? [at] : [])))
  const sum = sumOf([...hidden].map((at) => counts[at] ?? 0))
  const canBeWorkedOut = sum > 0 && (hidden.size === 1 || sum === hidden.size * (leastShown - 1))
  if (canBeWorkedOut) hideNextSmallest(counts, hidden)
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/**
 * Of each line of a breakdown the part of its people of whom something more is true ("new"), as it may be shown beside the line itself
 * and the total of the parts. A part says how many are left too: both have to be five or more, or there is nobody left. Then more parts
 * are hidden, the smallest first, until no part that has to be hidden can be worked out from what is shown.
 *
 * @param wholes the people of each line, @param shown the same as `maskedBreakdown` shows them
 * @param isSumTold where it is not, at least one part is hidden, as all of them would tell it
 */
export function maskedParts(parts: readonly number[], wholes: readonly number[], shown: readonly Masked[], isSumTold = true): Masked[] {
  const lines = parts.map((part, at): Part => ({ part, whole: wholes[at] ?? 0, isShown: (shown[at] ?? null) !== null }))
  const hidden = new Set(lines.flatMap((one, at) => (mustHide(one) ? [at] : [])))
  if (!isSumTold && hidden.size === 0) hideNextSmallest(parts, hidden)
  while (hidden.size < parts.length && canWorkOut(lines, hidden)) hideNextSmallest(parts, hidden)
  return parts.map((part, at) => (hidden.has(at) ? null : part))
}

/**
 * The counts of a group of which the sum stands beside them ("better", "the same", "worse"), and beside these the same counts of everybody:
 * what is left of those is told as much as the group's. Hidden is what is a few here or there, and so many more, the smallest first, that at
 * least two are hidden and together they are no few either. Nobody at all is hidden last, as it hides nobody.
 *
 * @param others the same counts of everybody who is not in the group; none of the team itself
 */
export function maskedBeside(counts: readonly number[], others: readonly number[] = []): Masked[] {
  const hidden = new Set([...counts.keys()].filter((at) => isFew(counts[at] ?? 0) || isFew(others[at] ?? 0)))
  const ofHidden = (some: readonly number[]) => sumOf(some.filter((_, at) => hidden.has(at)))
  const tooFew = () => hidden.size === 1 || [counts, others].some((some) => isFew(ofHidden(some)))
  while (hidden.size > 0 && hidden.size < counts.length && tooFew()) hidden.add(nextToHide(counts, hidden))
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** Which of those that still stand is the smallest that is anybody. */
function nextToHide(counts: readonly number[], hidden: ReadonlySet<number>): number {
  const standing = [...counts.keys()].filter((at) => !hidden.has(at))
  const size = (at: number) => counts[at] || Infinity
  return standing.reduce((best, at) => (size(at) < size(best) ? at : best))
}

/** A count beside others from which it can be taken or they from it. @param left all that is left over where it is shown */
export function maskedAmong(count: number, left: readonly number[]): Masked {
  return [count, ...left].some(isFew) ? null : count
}

/** A part of a line, and whether the line itself is shown. */
interface Part {
  part: number
  whole: number
  isShown: boolean
}

function mustHide({ part, whole, isShown }: Part): boolean {
  return !isShown || part < leastShown || isFew(whole - part)
}

/** At least one, and fewer than five. */
export function isFew(count: number): boolean {
  return count > 0 && count < leastShown
}

/** Whether some hidden part, or who is left of its line, is a few people and can only be one number: the sum of the hidden parts is known, and what each line can hold at most. */
function canWorkOut(lines: readonly Part[], hidden: ReadonlySet<number>): boolean {
  const unknown = [...hidden].map((at) => lines[at]!)
  const sum = sumOf(unknown.map((one) => one.part))
  const room = sumOf(unknown.map((one) => one.whole))
  return unknown.some((one) => {
    // Of several lines that are hidden themselves only the sum is known: another of them can always hold all that is left.
    const another = !one.isShown && unknown.some((other) => other !== one && !other.isShown)
    const least = another ? 0 : Math.max(0, sum - (room - one.whole))
    const most = Math.min(sum, one.isShown ? one.whole : room)
    return least === most && (isFew(one.part) || (one.isShown && isFew(one.whole - one.part)))
  })
}

/** All that are as small as the smallest that is shown: nothing then says which of two was hidden for the other. */
function hideNextSmallest(counts: readonly number[], hidden: Set<number>): void {
  const next = Math.min(...counts.filter((_, at) => !hidden.has(at)))
  for (const [at, count] of counts.entries()) if (count === next) hidden.add(at)
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0)
}
