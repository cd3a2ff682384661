import { expect } from 'vitest'
import type { CellValue } from '../../../src/shared/reports/defineReport.ts'
import { idFor, thursday as today } from '../../support/builders.ts'
import { caseloadInSql, flowInSql, type FlowInSql } from './casesInSql.ts'
import type { GoldenTeam } from './goldenCases.ts'
import { said } from './goldenTeam.ts'
import { attendanceInSql, withoutContactInSql } from './registersInSql.ts'

const few = (count: number) => count > 0 && count < 5
const steps = ['contact', 'conversation', 'attendance'] as const

type Row = readonly (CellValue | undefined)[]
/** A row of the report beside what SQL says. */
interface Beside {
  row: Row
  truth: FlowInSql
  of: Record<(typeof steps)[number], FlowInSql>
  contact: Row
}

export async function flowIsRight(team: GoldenTeam): Promise<void> {
  const rows = await team.says({ name: 'flow', params: {} })
  const truth = await team.inSql((tx, id) => flowInSql(tx, id, today))
  const months = [...new Set(truth.map((one) => one.month))].sort((a, b) => (a === null ? -1 : b === null ? 1 : a < b ? 1 : -1))
  expect(rows.map((row) => [said(row[0]), said(row[1])])).toEqual(months.flatMap((month) => steps.map((step) => [month ?? 'allMonths', step])))
  const lines = rows.map((row, at): Beside => {
    const own = truth.filter((one) => one.month === months[Math.floor(at / 3)])
    const of = Object.fromEntries(own.map((one) => [one.step, one])) as Beside['of']
    return { row, truth: of[steps[at % 3]!], of, contact: rows[at - (at % 3)]! }
  })
  for (const line of lines.slice(0, 3)) isOfAll(line)
  for (const step of steps) areMonths(lines.slice(3).filter((one) => one.truth.step === step))
}

/** What may not be a few, so that a number of all months can stand beside the others. */
function leftOf({ truth, of }: Beside, count: number): number[] {
  const [between, waiting] = [of.contact.reached - of.conversation.reached, of.conversation.waiting - of.contact.waiting]
  const ended = truth.referrals - truth.reached - truth.waiting
  return [ended, truth.referrals - count, ...(truth.step === 'conversation' ? [between, waiting, between - waiting] : [])]
}

function isOfAll(line: Beside): void {
  const { row, truth } = line
  const [, , referrals, reached, median, ninetieth, waiting, longest] = row
  expect(referrals).toBe(truth.referrals)
  for (const [shown, count] of [
    [reached, truth.reached],
    [waiting, truth.waiting],
  ] as const)
    expect(said(shown), `${truth.step} of all`).toBe(few(count) ? 'fewer' : leftOf(line, count).some(few) ? 'notShown' : count)
  expect([said(median), said(ninetieth), longest]).toEqual(
    few(truth.reached) ? ['notShown', 'notShown', truth.longest] : [truth.median, truth.ninetieth, truth.longest],
  )
}

/** By month: what is a few is hidden, and what would be left; of the others only the smallest, so that those cannot be worked out. */
function areMonths(lines: readonly Beside[]): void {
  const least = (at: number) => Math.min(...lines.flatMap(({ row }) => (typeof row[at] === 'number' ? [row[at]] : [])))
  for (const { row, truth, of, contact } of lines) {
    const what = `${truth.month} ${truth.step}`
    isMonth(row[2], truth.referrals, truth.referrals < 5, least(2), `${what} referrals`)
    const beside = truth.step === 'conversation' && (said(contact[3]) === 'notShown' || few(of.contact.reached - truth.reached))
    const hides = said(row[2]) === 'notShown' || truth.reached < 5 || few(truth.referrals - truth.reached) || beside
    isMonth(row[3], truth.reached, hides, least(3), `${what} reached`)
    const days = said(row[3]) === 'notShown' ? ['notShown', 'notShown'] : [truth.median, truth.ninetieth]
    expect([said(row[4]), said(row[5]), row[6], row[7]], what).toEqual([...days, null, null])
  }
  expect(lines.filter(({ row }) => typeof row[3] === 'number').length).toBeGreaterThan(3) // or all was hidden
}

function isMonth(shown: CellValue | undefined, exact: number, hides: boolean, least: number, what: string): void {
  if (said(shown) !== 'notShown') expect(shown, what).toBe(exact)
  if (hides) expect(said(shown), what).toBe('notShown')
  else if (said(shown) === 'notShown') expect(exact, `${what} need not be hidden`).toBeLessThanOrEqual(least)
}

export async function caseloadIsRight(team: GoldenTeam): Promise<void> {
  const rows = await team.says({ name: 'caseload', params: {} })
  const truth = await team.inSql((tx, id) => caseloadInSql(tx, id, today))
  expect(rows.map((row) => row.map(said))).toEqual(truth.map((one) => [one.who ?? 'nobody', one.open, one.notStarted, one.most, one.over]))
  expect(rows.filter((row) => Number(row[4]) > 0).length).toBeGreaterThan(1)
}

const groups = ['Walk and Talk', 'Walking Football', 'Buggy Talk', 'Seated Exercise', 'Active Sky Blues', 'Pain Café', 'Old Choir'].map(idFor)

export async function attendanceIsRight(team: GoldenTeam): Promise<void> {
  for (const groupId of groups)
    for (const [from, to] of [
      ['2023-10-05', today],
      ['2024-11-14', '2025-02-28'],
    ] as const) {
      const rows = await team.says({ name: 'attendance', params: { groupId, from, to } })
      const truth = await team.inSql((tx, id) => attendanceInSql(tx, id, groupId, from, to))
      expect(rows).toEqual(truth.map((one) => [one.date, one.came, one.firstTime, one.leftEarly]))
    }
}

export async function withoutContactIsRight(team: GoldenTeam): Promise<void> {
  for (const groupId of [null, ...groups]) {
    const rows = await team.says({ name: 'withoutContact', params: { groupId } })
    const truth = await team.inSql((tx, id) => withoutContactInSql(tx, id, today, groupId))
    expect(rows).toEqual(truth.map((one) => [one.name, one.groups, one.practice, one.phone]))
    if (groupId === null) expect(rows.length).toBeGreaterThan(100)
  }
}
