import type { ColumnName, ReportName } from '../../../shared/reports/index.ts'
import type { Words } from '../../words/useWords.ts'

/** What stands over a column. */
export function headingOf(name: ReportName, column: string, words: Words): string {
  return words.say(`reportColumn.${name}.${column}` as `reportColumn.${ColumnName}`)
}
