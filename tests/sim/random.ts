/** Chance with a seed: the same seed plays the same schedule. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  below(most: number): number
  /** True so often out of a hundred. */
  chance(percent: number): boolean
  pick<Value>(from: readonly Value[]): Value
}

/** Ids with a seed, apart from the schedule's chance: a failing seed must fail again. */
export function idsFrom(seed: number): () => string {
  const random = randomFrom(seed ^ 0x5eed1d)
  return () => {
    const hex = Array.from({ length: 32 }, (_, at) => (at === 12 ? '4' : at === 16 ? '8' : random.below(16).toString(16))).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
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
