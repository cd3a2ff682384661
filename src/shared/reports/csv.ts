import Papa from 'papaparse'
import type { CellWord } from './cellWords.ts'
import type { CellValue, ReportTable } from './defineReport.ts'

/**
 * A table as a spreadsheet reads it: UTF-8 with its mark, so that Excel keeps the letters; lines end as Windows ends them. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection): a name may begin with "=".
 * @param say what a word of a cell is in the language of the file; without it, its own name
 */
export function csvOf(table: ReportTable, headings: readonly string[], say: (word: CellWord) => string = (word) => word): string {
  const plain = (cell: CellValue) => (typeof cell === 'object' ? cell && say(cell.word) : cell)
  const cells = table.rows.map((row) => row.map((cell) => plain(cell) ?? ''))
  return `\ufeff${Papa.unparse({ fields: [...headings], data: cells }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
