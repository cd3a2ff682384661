import Papa from 'papaparse'
import type { Said } from './cellWords.ts'
import type { CellValue, ReportTable } from './defineReport.ts'

/**
 * A table as a spreadsheet reads it: UTF-8 with its mark, so that Excel keeps the letters; lines end as Windows ends them. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection): a name may begin with "=".
 * @param inWords what a cell says that holds no text and no number
 */
export function csvOf(table: ReportTable, headings: readonly string[], inWords: (one: Said) => string = ({ says }) => says): string {
  const text = (cell: CellValue) => (typeof cell === 'object' ? (cell ? inWords(cell) : '') : cell)
  const cells = table.rows.map((row) => row.map(text))
  return `\ufeff${Papa.unparse({ fields: [...headings], data: cells }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
