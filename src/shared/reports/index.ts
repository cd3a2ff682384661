import type { z } from 'zod'
import type { Role } from '../records/colleague.ts'
import { attendance } from './attendance.ts'
import { caseload } from './caseload.ts'
import { confidence, confidencePeople } from './confidence.ts'
import { mayRead, type Report } from './defineReport.ts'
import { flow } from './flow.ts'
import { growth } from './growth.ts'
import { mayUse } from './mayUse.ts'
import { outcomes } from './outcomes.ts'
import { safety } from './safety.ts'
import { uptake } from './uptake.ts'
import { uptakeBy } from './uptakeBy.ts'
import { withoutContact } from './withoutContact.ts'

/** Every report there is, by name, in the order in which they are offered. */
export const reports = {
  uptake,
  uptakeBy,
  growth,
  outcomes,
  confidence,
  confidencePeople,
  flow,
  caseload,
  safety,
  attendance,
  withoutContact,
  mayUse,
} as const

export type ReportName = keyof typeof reports
export const reportNames = Object.keys(reports) as ReportName[]
/** What a report is asked with. */
export type ReportParams<Name extends ReportName> = z.output<(typeof reports)[Name]['params']>
/** A report with the parameters it takes. */
export type AskedReport = { [Name in ReportName]: { name: Name; params: ReportParams<Name> } }[ReportName]
/** The columns of each report: each has its heading in words/en/reports.ts. */
export type ColumnName = { [Name in ReportName]: `${Name}.${(typeof reports)[Name]['columns'][number]['id']}` }[ReportName]

/** A report by its name, as whatever runs it sees it. */
export function reportOf(name: ReportName): Report<z.ZodType, never> {
  return reports[name] as unknown as Report<z.ZodType, never>
}

/** The reports that a role may ask for. */
export function reportsFor(role: Role): ReportName[] {
  return reportNames.filter((name) => mayRead(reportOf(name), role))
}
