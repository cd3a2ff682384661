/** Whole numbers from `first` to `last`, both among them. */
export interface NumberRange {
  first: number
  last: number
}

/** The numbers from first to last that are not there, as ranges in order. */
export function gapsIn(first: number, last: number, isThere: (number: number) => boolean): NumberRange[] {
  const gaps: NumberRange[] = []
  for (let number = first; number <= last; number++) {
    if (isThere(number)) continue
    const before = gaps.at(-1)
    if (before?.last === number - 1) before.last = number
    else gaps.push({ first: number, last: number })
  }
  return gaps
}

/** The same numbers in order, each once, in as few ranges as can be. */
export function joined(ranges: readonly NumberRange[]): NumberRange[] {
  const whole: NumberRange[] = []
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = whole.at(-1)
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last)
    else whole.push({ first, last })
  }
  return whole
}

/** What is left of the first when the second is taken out. */
export function without(ranges: readonly NumberRange[], taken: readonly NumberRange[]): NumberRange[] {
  return joined(taken).reduce<NumberRange[]>(
    (left, { first, last }) =>
      left.flatMap((one) => {
        if (last < one.first || first > one.last) return [one]
        const parts = [
          { first: one.first, last: first - 1 },
          { first: last + 1, last: one.last },
        ]
        return parts.filter((part) => part.first <= part.last)
      }),
    joined(ranges),
  )
}

/** How many numbers there are in ranges that do not overlap. */
export function countIn(ranges: readonly NumberRange[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
}
