import { isFew, maskedBeside } from '../rules/smallNumbers.ts'

/** Of each line the columns that are not shown where the report leaves the laptop: on paper, in a file, at the office. */
export type Hidden = ReadonlySet<string>[]

/** A count of people by line. A part is of the people of another column ("new" of "people who came"): who is left is told as well. */
export interface Counts<Line> {
  id: string
  of(line: Line): number
  partOf?: string
  /** How many others there are beside the count, where all of them are told in another table. */
  rest?(line: Line): number
}

/**
 * What is hidden of lines that stand beside each other: each count of one to four people, each of which so few are left or so few others are
 * beside it, and as many more that nobody can work one out from their sum (rules/smallNumbers.ts). @param columns a whole before its parts
 * @param isWhole the line that holds all the others, if there is one: it is the sum of the others, or may be
 */
export function hiddenIn<Line>(lines: readonly Line[], columns: readonly Counts<Line>[], isWhole: (line: Line) => boolean = () => false): Hidden {
  const hidden = lines.map(() => new Set<string>())
  const whole = lines.findIndex(isWhole)
  const each = [...lines.keys()].filter((at) => at !== whole)
  for (const column of columns) {
    const { id, of, partOf, rest } = column
    const left = (at: number) => (partOf === undefined ? 0 : (columns.find((one) => one.id === partOf)?.of(lines[at]!) ?? 0) - of(lines[at]!))
    const others = (at: number) => (whole < 0 ? (rest?.(lines[at]!) ?? 0) : of(lines[whole]!) - of(lines[at]!))
    const untold = maskedBeside(
      each.map((at) => of(lines[at]!)),
      each.map((at) => (isFew(others(at)) ? others(at) : left(at))),
    )
    each.forEach((at, nth) => (untold[nth] === null || (partOf !== undefined && hidden[at]?.has(partOf))) && hidden[at]?.add(id))
    if (whole < 0) continue
    // Of one group alone, all groups together are the same number; and where all are told but the sum, the sum is told.
    const isTold = each.length > 1 || !each.some((at) => hidden[at]?.has(id))
    if (isFew(of(lines[whole]!)) || isFew(left(whole)) || !isTold) hideWhole(id, hidden, whole, each, (at) => of(lines[at]!))
  }
  return hidden
}

/** The line of all, and the smallest of the others that is anybody, if none of them is hidden: else they would say it. */
function hideWhole(id: string, hidden: readonly Set<string>[], whole: number, each: readonly number[], of: (at: number) => number): void {
  hidden[whole]?.add(id)
  if (each.length === 0 || each.some((at) => hidden[at]?.has(id))) return
  const size = (at: number) => of(at) || Infinity
  hidden[each.reduce((least, at) => (size(at) < size(least) ? at : least))]?.add(id)
}
