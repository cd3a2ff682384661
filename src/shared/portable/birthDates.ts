import { tidyBirthDate } from '../rules/contactDetails.ts'
import type { PlainDate } from '../std/dates.ts'

/** Which of two numbers of a date is the day: "3/4" is 3 April, or 4 March. */
export type DateOrder = 'dayFirst' | 'monthFirst'

/** What a column of birth dates says of itself. */
export interface DateColumn {
  /** The order in which "3/4" is read; null: the column has dates that put the month first, and somebody has to say. */
  order: DateOrder | null
  /** Lines with a date that can be read in two ways. */
  doubtful: number
  /** One that can only be read with the month first, to ask by. */
  example: string | null
}

const numbers = /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})\b/

/** Judges a column as a whole: one date such as 12/31/1950 makes every "03/04/1948" beside it doubtful. @param said what somebody has said */
export function judgeDates(cells: readonly string[], said: DateOrder | null): DateColumn {
  const doubtful = cells.filter(isDoubtful).length
  const example = cells.find((cell) => orderOf(cell) === 'monthFirst')?.trim() ?? null
  return { order: said ?? (example === null ? 'dayFirst' : null), doubtful, example }
}

/** Whether a date can be read in two ways. */
export function isDoubtful(cell: string): boolean {
  const [, first, second] = numbers.exec(cell) ?? []
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
}

/** Which order a date must have; null where it can have both, or is written otherwise. */
function orderOf(cell: string): DateOrder | null {
  const [, first, second] = numbers.exec(cell) ?? []
  if (first === undefined) return null
  if (Number(second) > 12 && Number(first) <= 12) return 'monthFirst'
  return Number(first) > 12 && Number(second) <= 12 ? 'dayFirst' : null
}

/** A birth date as "1950-12-31", or null. One that can be read in one way only is read so, whatever the column's order. */
export function readBirthDate(cell: string, order: DateOrder, today: PlainDate): PlainDate | null {
  const own = orderOf(cell) ?? order
  const turned = own === 'monthFirst' ? cell.replace(numbers, (_all, month: string, day: string, year: string) => `${day}/${month}/${year}`) : cell
  return tidyBirthDate(turned, today)
}
