import Papa from 'papaparse'
import type { ReportTable } from './defineReport.ts'

/**
 * A table as a spreadsheet reads it: UTF-8 with its mark, so that Excel keeps the letters; lines end as Windows ends them. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection): a name may begin with "=".
 */
export function csvOf(table: ReportTable, headings: readonly string[]): string {
  const cells = table.rows.map((row) => row.map((cell) => cell ?? ''))
  return `\ufeff${Papa.unparse({ fields: [...headings], data: cells }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
