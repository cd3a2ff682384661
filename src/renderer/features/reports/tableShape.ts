import type { Column, ReportTable } from '../../../shared/reports/defineReport.ts'

/** More columns than that do not fit on a sheet that stands upright. */
const mostColumns = 8

/** Whether a column is numbers, set to the right. */
export function isFigures({ kind }: Pick<Column<never>, 'kind'>): boolean {
  return kind === 'number' || kind === 'figure'
}

/** Whether each figure is a row: where many figures say something of few lines, each known by its first column alone. */
export function isTurned({ columns, rows }: ReportTable): boolean {
  return columns.length > mostColumns && rows.length < columns.length && columns.slice(1).every(isFigures)
}

/** Whether a table is printed on its side. */
export function isWide(table: ReportTable): boolean {
  return (isTurned(table) ? table.rows.length + 1 : table.columns.length) > mostColumns
}
