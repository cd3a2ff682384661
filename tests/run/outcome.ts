/** How many tests went how. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What came of a stage. */
export interface Outcome extends Counts {
  name: string
  /** Milliseconds. */
  ms: number
}

/** All of them together. */
export function total(all: readonly Counts[]): Counts {
  const sum = (count: keyof Counts) => all.reduce((so, one) => so + one[count], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}
