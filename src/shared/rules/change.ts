import { tFor } from './tDistribution.ts'

/** A mean is made of so many pairs at least: never of three people (story 29). */
export const enoughPairs = 10

/** The same question answered by one person twice. */
export interface Pair {
  first: number
  then: number
}

/** What changed between the first answer and the later one. */
export interface Change {
  pairs: number
  /** Later less first, on average; null of fewer than ten pairs. With its 95% confidence interval by the paired t. */
  mean: number | null
  low: number | null
  high: number | null
  better: number
  same: number
  worse: number
}

/**
 * What changed in these pairs. @param better which way is better @param matters the smallest change that matters; without one every change
 * does
 */
export function changeOf(pairs: readonly Pair[], better: 'higher' | 'lower', matters = 0): Change {
  const changes = pairs.map(changeIn)
  const good = changes.map((one) => (better === 'higher' ? one : -one))
  const gained = good.filter((one) => one > 0 && one >= matters).length
  const lost = good.filter((one) => one < 0 && -one >= matters).length
  return { pairs: pairs.length, ...meanOf(changes), better: gained, same: pairs.length - gained - lost, worse: lost }
}

/** Without what a computer adds to 4.3 less 3.3: scores have at most two places. */
function changeIn({ first, then }: Pair): number {
  return whole(then - first) / places
}

const places = 10_000

/** As a whole number of ten-thousandths: whole numbers add up to the same in any order, on every laptop and on the server. */
function whole(value: number): number {
  return Math.round(value * places)
}

/** The mean of paired changes and its 95% confidence interval, from ten pairs on. */
export function meanOf(changes: readonly number[]): Pick<Change, 'mean' | 'low' | 'high'> {
  const n = changes.length
  if (n < enoughPairs) return { mean: null, low: null, high: null }
  const sum = changes.reduce((all, one) => all + whole(one), 0)
  const squares = changes.reduce((all, one) => all + whole(one) ** 2, 0)
  const spread = (n * squares - sum ** 2) / (n * (n - 1))
  const [mean, half] = [sum / n / places, (tFor(n - 1) * Math.sqrt(spread / n)) / places]
  return { mean: twoPlaces(mean), low: twoPlaces(mean - half), high: twoPlaces(mean + half) }
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100 + 0 // never -0
}
