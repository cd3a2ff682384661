import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behindFigure, drawn, mayOpen, type CellValue, type ReportTable } from '../../../src/shared/reports/defineReport.ts'
import { hiddenIn } from '../../../src/shared/reports/hiding.ts'
import { sumsOf } from '../../../src/shared/reports/sums.ts'
import { reportOf, type AskedReport } from '../../../src/shared/reports/index.ts'
import { thursday as today } from '../../support/builders.ts'
import { readerOf } from '../../support/reports.ts'
import { results } from '../../world/results.ts'
import { threeYears } from '../../world/threeYears.ts'

const { known } = threeYears({ people: 120, seed: 31 })
const groupId = known.group[0]!.id
const ofCases = results(90)
const asked: [AskedReport, object][] = [
  [{ name: 'uptake', params: { from: '2024-01-01', to: today } }, known],
  [{ name: 'uptakeBy', params: { quarter: '2026-Q3', by: 'gender' } }, known],
  [{ name: 'growth', params: { groupId: null } }, known],
  [{ name: 'attendance', params: { groupId, from: '2024-01-01', to: today } }, known],
  [{ name: 'outcomes', params: { groupId: null } }, ofCases],
  [{ name: 'confidence', params: { groupId: null } }, ofCases],
  [{ name: 'flow', params: {} }, ofCases],
  [{ name: 'caseload', params: {} }, ofCases],
]
const linesOf = ([{ name, params }, rows]: (typeof asked)[number]) => reportOf(name).rows(readerOf(rows as never), params as never, today)
const isHidden = (cell: CellValue | undefined) => cell !== null && typeof cell === 'object' && ['fewer', 'notShown'].includes(cell?.says ?? '')

describe.each(asked)('%o', (one, rows) => {
  test('every figure that can be opened is as many as it is opened to, or hidden', async () => {
    const [report, lines] = [reportOf(one.name), await linesOf([one, rows])]
    const table = drawn(report, lines, ['lead'])
    let opened = 0
    for (const [row, cells] of table.rows.entries())
      for (const [nth, { id, opens }] of table.columns.entries()) {
        const found = behindFigure(report, lines, { row, column: id }, ['lead'])
        if (!opens || cells[nth] === null) expect(found).toBeNull()
        else if (!isHidden(cells[nth])) expect(found?.ids.length, `${row} ${id}`).toBe(cells[nth])
        if (found && found.ids.length > 0) opened++
      }
    expect(opened).toBeGreaterThan(1)
  })

  test('nothing opens for a facilitator or in a file, and no count of one to four people leaves the laptop', async () => {
    const [report, lines] = [reportOf(one.name), await linesOf([one, rows])]
    const [screen, file] = [drawn(report, lines, ['lead']), drawn(report, lines, ['lead', 'csv'])]
    expect(file.columns.some((column) => column.opens)).toBe(false)
    expect(behindFigure(report, lines, { row: 0, column: screen.columns.find((column) => column.opens)?.id ?? '' }, ['facilitator'])).toBeNull()
    for (const table of [{ ...screen, rows: screen.onPaper ?? screen.rows }, file])
      for (const [row, cells] of table.rows.entries())
        for (const [nth, { id }] of table.columns.entries()) {
          const behind = report.columns.find((column) => column.id === id)?.behind?.(lines[row]!)
          const few = behind && behind.what !== 'sessions' && behind.ids.length > 0 && behind.ids.length < 5
          if (few && cells[nth] !== null) expect(isHidden(cells[nth]), `${row} ${id}`).toBe(true)
        }
  })
})

test('only those who work with cases may open a figure', () => {
  expect([['lead'], ['linkWorker'], ['facilitator'], ['lead', 'csv'], ['log']].map((places) => mayOpen(places as never))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

interface Line {
  of: number
  part: number
  isAll: boolean
}
const columns = [
  { id: 'of', of: (one: Line) => one.of },
  { id: 'part', of: (one: Line) => one.part, partOf: 'of' },
]
const lines = fc
  .array(
    fc.integer({ min: 0, max: 12 }).chain((of) => fc.integer({ min: 0, max: of }).map((part) => ({ of, part, isAll: false }))),
    { minLength: 1, maxLength: 5 },
  )
  .map((each): Line[] => [...each, { of: sum(each, 'of'), part: sum(each, 'part'), isAll: true }])
const sum = (each: readonly Line[], what: 'of' | 'part') => each.reduce((all, one) => all + one[what], 0)

/** What the lines that stand on paper make together. */
const shownOf = ({ rows, onPaper = rows }: ReportTable, at: number) => onPaper.reduce((sum, row) => sum + (Number(row[at]) || 0), 0)

/** Whether the number of one line follows from what is shown of its column: only one is hidden, or the line that holds all can be added up. */
function isToldBySum(all: readonly Line[], hidden: readonly ReadonlySet<string>[], id: 'of' | 'part'): number[] {
  const untold = all.flatMap((_, at) => (hidden[at]?.has(id) ? [at] : []))
  return untold.length === 1 ? [all[untold[0]!]![id]] : []
}

describe('what is hidden of lines beside all of them', () => {
  const few = (count: number) => count > 0 && count < 5

  test('no count of one to four, and no part of which so few are left, stands or follows from the sum', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const hidden = hiddenIn(all, columns, (one) => one.isAll)
        for (const [at, one] of all.entries()) {
          if (!hidden[at]?.has('of')) expect(few(one.of) || few(all.at(-1)!.of - one.of)).toBe(false)
          if (!hidden[at]?.has('part')) expect(few(one.part) || few(one.of - one.part)).toBe(false)
        }
        for (const id of ['of', 'part'] as const) expect(isToldBySum(all, hidden, id)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('the foot of a table says on paper no sum of one to four, and leaves no such sum between itself and its lines', () => {
    const counts = columns.map((one) => ({ ...one, kind: 'number' as const, of: [], value: one.of }))
    fc.assert(
      fc.property(lines, (all) => {
        const each = all.slice(0, -1)
        const table = drawn({ columns: counts, hides: () => hiddenIn(each, columns) }, each, ['lead'])
        const told = sumsOf(table).map((one) => (typeof one?.onPaper === 'number' ? one.onPaper : null))
        for (const [at, sum] of told.entries()) if (sum !== null) expect([few(sum), few(sum - shownOf(table, at))]).toEqual([false, false])
        if (told[0] !== null && told[1] !== null) expect(few(told[0]! - told[1]!)).toBe(false)
      }),
      { numRuns: 400 },
    )
    const two = [1, 2].map((of) => ({ of, part: 0, isAll: false }))
    const table = drawn({ columns: counts, hides: () => hiddenIn(two, columns) }, two, ['lead'])
    expect(sumsOf(table)[0]).toEqual({ sum: 3, onPaper: { says: 'notShown' } })
  })

  test('a planted leak is found: only the few themselves are hidden', () => {
    const leaks = fc.check(
      fc.property(lines, (all) => {
        const hidden = all.map((one) => new Set(few(one.of) ? ['of'] : []))
        return isToldBySum(all, hidden, 'of').length === 0
      }),
    )
    expect(leaks.failed).toBe(true)
  })

  test('what nobody can be recognised by stays', () => {
    const all = [40, 25, 12].map((of) => ({ of, part: 0, isAll: false }))
    expect(hiddenIn([...all, { of: 77, part: 0, isAll: true }], columns, (one) => one.isAll).every((one) => one.size === 0)).toBe(true)
  })
})
