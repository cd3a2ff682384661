import type { Entity } from '../records/index.ts'
import { addDays, addMonths, dateOf, weekdayOf, type PlainDate } from '../std/dates.ts'

/** The first Monday of the month in which a day lies. */
export function firstMondayOf(day: PlainDate): PlainDate {
  const first = `${day.slice(0, 7)}-01`
  return addDays(first, (8 - weekdayOf(first)) % 7)
}

/** The last first Monday of a month that has come by a day, that day included. */
export function lastFirstMonday(today: PlainDate): PlainDate {
  const here = firstMondayOf(today)
  return here <= today ? here : firstMondayOf(addMonths(`${today.slice(0, 7)}-01`, -1))
}

/**
 * The day on which a board report was due and nobody has dealt with it since; null where none is. What was due before it was made is not:
 * who makes one looks at it. @param today the date in Europe/London: days are compared, so no clock and no change of it matters
 */
export function boardDueOn(report: Pick<Entity<'boardReport'>, 'every' | 'doneFor' | 'at' | 'voidedBecause'>, today: PlainDate): PlainDate | null {
  if (report.every !== 'firstMonday' || report.voidedBecause) return null
  const due = lastFirstMonday(today)
  const since = [report.doneFor ?? '', dateOf(report.at)].sort().at(-1)!
  return since < due ? due : null
}
