import { csvOf } from '../../shared/reports/csv.ts'
import { tableOf } from '../../shared/reports/defineReport.ts'
import { reportNames, reportOf, type ReportName } from '../../shared/reports/index.ts'
import { dateOf } from '../../shared/std/dates.ts'
import { Mistake } from '../command.ts'
import { reportReaderOf } from '../reports.ts'
import { counted } from '../sentences.ts'
import type { OfficeSetting, Outcome } from './commands.ts'
import { findNamed, namesOf } from './named.ts'

/** A report for whoever looks after the server: figures and dates, and nothing of anybody who comes to a group (`log` of the records). */
export async function printReport({ sql, team, nowMs }: OfficeSetting, [name = '', group, from, to]: readonly string[]): Promise<Outcome> {
  if (!reportNames.includes(name as ReportName)) throw new Mistake(`There is no report ${name}. There are: ${reportNames.join(', ')}.`)
  const today = dateOf(new Date(nowMs).toISOString())
  const groupId = group === undefined ? null : findNamed(await namesOf(sql, team, 'group'), group, 'group').id
  const params = reportOf(name as ReportName).params.safeParse({ groupId, from: from ?? '0001-01-01', to: to ?? today })
  if (!params.success)
    throw new Mistake(`Name the group, then the first and the last day: npm run office -- report ${name} "Walk and Talk" 2026-01-01 ${today}`)
  const table = await sql.transaction({ team }, (tx) => tableOf(reportOf(name as ReportName), reportReaderOf(tx, team), params.data, today, ['log']))
  const withheld = table.withheld.length > 0 ? [`Not shown here, as it is for the team alone: ${table.withheld.join(', ')}.`] : []
  const lines =
    table.columns.length > 0
      ? csvOf(
          table,
          table.columns.map((one) => one.id),
        )
          .replace(/^\ufeff/, '')
          .trimEnd()
          .split('\r\n')
      : []
  return { value: table, lines: [`${counted(table.rows.length, 'line')}:`, ...lines, ...withheld] }
}
