import type { CellValue, Column } from '../../../shared/reports/defineReport.ts'
import type { Words } from '../../words/useWords.ts'

/** A cell as it is read: dates and months in full, words in the language of the window; nothing stays empty. */
export function cellInWords(value: CellValue, kind: Column<never>['kind'], words: Words): string {
  if (value === null) return ''
  if (typeof value === 'object') return words.say(`reportWord.${value.word}`)
  if (typeof value === 'number') return words.number(value)
  if (kind === 'date') return words.fullDate(value)
  return kind === 'month' ? words.month(value) : value
}

/** Whether a column is numbers, set to the right. */
export function isFigures(kind: Column<never>['kind']): boolean {
  return kind === 'number' || kind === 'figure'
}
