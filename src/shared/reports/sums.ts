import { said } from './cellWords.ts'
import type { CellValue, ReportTable } from './defineReport.ts'

/** What the numbers of a column make together, on the screen and on paper. */
export interface ColumnSum {
  sum: number
  onPaper: CellValue
}

/**
 * The foot of a table: of each column whose numbers add up what they make together, null of the others. On paper it is told where one of its
 * lines is at least: of those that are not, so many stand together that their sum names nobody (rules/smallNumbers.ts, `maskedBeside`).
 */
export function sumsOf({ columns, rows, onPaper = rows }: ReportTable): (ColumnSum | null)[] {
  return columns.map(({ kind }, at) => {
    if (kind !== 'number') return null
    const sum = rows.reduce((all, row) => all + Number(row[at] ?? 0), 0)
    const isTold = onPaper.some((row) => typeof row[at] === 'number')
    return { sum, onPaper: isTold ? sum : said('notShown') }
  })
}
