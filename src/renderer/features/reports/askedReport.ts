import { reports, type AskedReport, type ReportName } from '../../../shared/reports/index.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'

/** What is chosen above a report. */
export interface ReportChoice {
  groupId: string | null
  from: PlainDate
  to: PlainDate
}

/** A quarter of a year back: thirteen sessions of a weekly group. */
const firstDays = 91

/** What a report begins with. */
export function freshChoice(today: PlainDate): ReportChoice {
  return { groupId: null, from: addDays(today, -firstDays), to: today }
}

/** The report as it is asked for, or null where the choice is none it can answer. */
export function askedReport(name: ReportName, { groupId, from, to }: ReportChoice): AskedReport | null {
  const params = name === 'attendance' ? { groupId, from, to } : { groupId }
  const read = reports[name].params.safeParse(params)
  return read.success && from <= to ? ({ name, params: read.data } as AskedReport) : null
}
