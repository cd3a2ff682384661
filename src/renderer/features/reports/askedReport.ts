import { reports, type AskedReport, type ReportName } from '../../../shared/reports/index.ts'
import type { Dimension } from '../../../shared/reports/whoTheyAre.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'
import { addQuarters, quarterOf, type Quarter } from '../../../shared/std/quarters.ts'

/** What is chosen above a report. */
export interface ReportChoice {
  groupId: string | null
  from: PlainDate
  to: PlainDate
  quarter: Quarter
  by: Dimension
}

/** A quarter of a year back: thirteen sessions of a weekly group. */
const firstDays = 91

/** What a report begins with. */
export function freshChoice(today: PlainDate): ReportChoice {
  return { groupId: null, from: addDays(today, -firstDays), to: today, quarter: addQuarters(quarterOf(today), -1), by: 'practice' }
}

/** Whether a report takes this. */
export function takes(name: ReportName, part: keyof ReportChoice): boolean {
  return part in reports[name].params.shape
}

/** Whether a report can be asked of all groups together. */
export function takesAllGroups(name: ReportName): boolean {
  return reports[name].params.safeParse({ ...freshChoice('2026-01-01'), groupId: null }).success
}

/** The report as it is asked for, or null where the choice is none it can answer. */
export function askedReport(name: ReportName, choice: ReportChoice): AskedReport | null {
  const read = reports[name].params.safeParse(choice)
  return read.success && choice.from <= choice.to ? ({ name, params: read.data } as AskedReport) : null
}
