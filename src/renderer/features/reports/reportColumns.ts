import type { CellValue, ReportTable } from '../../../shared/reports/defineReport.ts'

/** The cells of one column, in the order of the rows; none where it may not be shown here. */
export function columnOf(table: ReportTable, id: string): CellValue[] {
  const at = table.columns.findIndex((one) => one.id === id)
  return at < 0 ? [] : table.rows.map((row) => row[at] ?? null)
}

/** Its numbers; what is not shown is null. */
export function numbersOf(table: ReportTable, id: string): (number | null)[] {
  return columnOf(table, id).map((one) => (typeof one === 'number' ? one : null))
}

/** Which row says this in a column: the line of all groups, say. */
export function rowSaying(table: ReportTable, id: string, says: string): number {
  return columnOf(table, id).findIndex((one) => typeof one === 'object' && one?.says === says)
}

/** The table as it may stand on paper. A picture is of that one on the screen too: it is printed as it is. */
export function onPaper(table: ReportTable): ReportTable {
  return table.onPaper ? { ...table, rows: table.onPaper } : table
}
