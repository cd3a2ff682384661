import { reports, type AskedReport, type ReportName } from '../../../shared/reports/index.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'

/** What is chosen above a report. */
export interface ReportChoice {
  groupId: string | null
  from: PlainDate
  to: PlainDate
}

/** What can be chosen above a report: one group, or all of them too; and from when to when. */
interface Choices {
  group: 'one' | 'orAll' | null
  days: boolean
}

/** What each report takes. Waiting and caseloads are those of the whole team. */
const choices: Record<ReportName, Choices> = {
  attendance: { group: 'one', days: true },
  withoutContact: { group: 'orAll', days: false },
  outcomes: { group: 'orAll', days: false },
  confidence: { group: 'orAll', days: false },
  confidencePeople: { group: null, days: false },
  flow: { group: null, days: false },
  caseload: { group: null, days: false },
  safety: { group: 'orAll', days: false },
}

/** What can be chosen above a report. */
export function choicesOf(name: ReportName): Choices {
  return choices[name]
}

/** The group of a report, as it is asked for; null: all, or none is asked for. */
export function groupOf({ params }: AskedReport): string | null {
  return 'groupId' in params ? params.groupId : null
}

/** A quarter of a year back: thirteen sessions of a weekly group. */
const firstDays = 91

/** What a report begins with. */
export function freshChoice(today: PlainDate): ReportChoice {
  return { groupId: null, from: addDays(today, -firstDays), to: today }
}

/** The report as it is asked for, or null where the choice is none it can answer. */
export function askedReport(name: ReportName, choice: ReportChoice): AskedReport | null {
  const read = reports[name].params.safeParse(choice)
  return read.success && choice.from <= choice.to ? ({ name, params: read.data } as AskedReport) : null
}
