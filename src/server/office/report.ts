import { v7 } from 'uuid'
import { csvOf } from '../../shared/reports/csv.ts'
import { tableOf } from '../../shared/reports/defineReport.ts'
import { reportNames, reportOf, reports, type ReportName } from '../../shared/reports/index.ts'
import { dateOf } from '../../shared/std/dates.ts'
import { Mistake } from '../command.ts'
import { leadOf, writeAsServer } from '../ownWriting.ts'
import { reportReaderOf } from '../reports.ts'
import type { Transaction } from '../sql/sql.ts'
import { counted } from '../sentences.ts'
import type { OfficeSetting, Outcome } from './commands.ts'
import { findNamed, namesOf } from './named.ts'

/** A report for whoever looks after the server: figures and dates, and nothing of anybody who comes to a group (`log` of the records). */
export async function printReport({ sql, team, nowMs }: OfficeSetting, [name = '', ...said]: readonly string[]): Promise<Outcome> {
  if (!reportNames.includes(name as ReportName)) throw new Mistake(`There is no report ${name}. There are: ${reportNames.join(', ')}.`)
  const today = dateOf(new Date(nowMs).toISOString())
  const takes = Object.keys(reports[name as ReportName].params.shape)
  const params = reportOf(name as ReportName).params.safeParse(await paramsOf({ sql, team, nowMs }, takes, said))
  if (!params.success) throw new Mistake(askedWrongly(name, takes, today))
  const table = await sql.transaction({ team }, async (tx) => {
    const made = await tableOf(reportOf(name as ReportName), reportReaderOf(tx, team), params.data, today, ['log'])
    await logExport(tx, { team, nowMs }, name, params.data, made.rows.length)
    return made
  })
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

/** What is printed here may be kept as a file, so it stands in the log of exports as what laptops save does: in the name of the lead, as nobody else is known here. */
async function logExport(tx: Transaction, { team, nowMs }: Pick<OfficeSetting, 'team' | 'nowMs'>, report: string, asked: unknown, rows: number) {
  const [byId, { groupId = null, from = null, to = null, by = null }] = [await leadOf(tx, team), asked as Record<string, string | null>]
  const fields = { report, groupId, from, to, by, rows, why: printedHere, format: 'csv', at: new Date(nowMs).toISOString(), byId }
  await writeAsServer(tx, team, byId, 'logExport', [{ record: 'exportLog', row: v7(), fields }], nowMs)
}

const printedHere = 'Printed by the Gather administrator'

/** What was said, in the order in which the report takes it; a group by its name, or none for all of them. The first day has to be said, the last is today. */
async function paramsOf({ sql, team, nowMs }: Pick<OfficeSetting, 'sql' | 'team' | 'nowMs'>, takes: readonly string[], said: readonly string[]) {
  const left = { groupId: null, to: dateOf(new Date(nowMs).toISOString()) }
  const given = takes.flatMap((one, at) => (said[at] === undefined ? [] : [[one, said[at]] as const]))
  const params: Record<string, string | null> = { ...left, ...Object.fromEntries(given) }
  const group = said[takes.indexOf('groupId')]
  return group === undefined ? params : { ...params, groupId: findNamed(await namesOf(sql, team, 'group'), group, 'group').id }
}

function askedWrongly(name: string, takes: readonly string[], today: string): string {
  if (takes.includes('groupId'))
    return `Name the group, then the first and the last day: npm run office -- report ${name} "Walk and Talk" 2026-01-01 ${today}`
  return `The report ${name} takes ${takes.join(', then ')}.`
}
