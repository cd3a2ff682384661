import type { HeadCountBecause } from '../../../shared/records/headCount.ts'
import type { CountedRow, HeadCountView } from '../../workerLink/views.ts'

/** What somebody has counted so far. */
export interface Counting {
  /** A number that was typed; null follows the ticks. */
  typed: number | null
  seen: readonly string[]
  /** Babies, where they are counted apart; null while nobody has typed. */
  babies: number | null
  because: HeadCountBecause | null
}

export const nothingCounted: Counting = { typed: null, seen: [], babies: null, because: null }

/** How the count stands to who is signed in, ready to be said. */
export interface Verdict {
  kind: 'start' | 'agrees' | 'fewer' | 'more' | 'sameButMissing'
  number: number | null
  /** Fewer or more by so many. */
  by: number
  /** Who was not ticked, when names were ticked at all. */
  missing: CountedRow[]
}

/** Compares numbers and ticks with who is signed in. It only describes: what a count may be is decided by the command. */
export function verdictOf(counting: Counting, expected: HeadCountView['expected']): Verdict {
  const seen = expected.filter((one) => counting.seen.includes(one.personId))
  const heads = (rows: readonly CountedRow[]) => rows.reduce((all, one) => all + one.heads, 0)
  const missing = seen.length > 0 ? expected.filter((one) => !counting.seen.includes(one.personId)) : []
  const number = counting.typed ?? (seen.length > 0 ? heads(seen) : null)
  const by = number === null ? 0 : number - heads(expected)
  return { kind: kindOf(number, by, missing.length), number, by: Math.abs(by), missing }
}

function kindOf(number: number | null, by: number, missing: number): Verdict['kind'] {
  if (number === null) return 'start'
  if (by < 0) return 'fewer'
  if (by > 0) return 'more'
  return missing > 0 ? 'sameButMissing' : 'agrees'
}
