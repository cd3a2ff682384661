import { addDays, type PlainDate } from './dates.ts'

/** A quarter of the calendar year, "2026-Q3". */
export type Quarter = string

const pattern = /^(\d{4})-Q([1-4])$/

/** The quarter that a day lies in. */
export function quarterOf(date: PlainDate): Quarter {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** The quarter that comes so many after this one; before it, if negative. */
export function addQuarters(quarter: Quarter, many: number): Quarter {
  const [, year = '', nth = ''] = pattern.exec(quarter) ?? []
  const all = Number(year) * 4 + Number(nth) - 1 + many
  return `${String(Math.floor(all / 4)).padStart(4, '0')}-Q${(((all % 4) + 4) % 4) + 1}`
}

/** Its first and its last day. */
export function daysOfQuarter(quarter: Quarter): { from: PlainDate; to: PlainDate } {
  return { from: firstDay(quarter), to: addDays(firstDay(addQuarters(quarter, 1)), -1) }
}

/** Whether the quarter is over on a day. */
export function isOver(quarter: Quarter, today: PlainDate): boolean {
  return daysOfQuarter(quarter).to < today
}

function firstDay(quarter: Quarter): PlainDate {
  const [, year = '', nth = ''] = pattern.exec(quarter) ?? []
  return `${year}-${String(Number(nth) * 3 - 2).padStart(2, '0')}-01`
}
