/** Chance with a seed: the same seed plays the same schedule. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  below(most: number): number
  /** True so often out of a hundred. */
  chance(percent: number): boolean
  pick<Value>(from: readonly Value[]): Value
}

/** A small generator (mulberry32) of its own, as Node's has no seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { next, below, chance: (percent) => next() * 100 < percent, pick: (from) => from[below(from.length)]! }
}
