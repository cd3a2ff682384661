import type { OwnWord, Said } from '../../../shared/reports/cellWords.ts'
import type { CellValue, Column } from '../../../shared/reports/defineReport.ts'
import { daysOfQuarter, type Quarter } from '../../../shared/std/quarters.ts'
import type { Words } from '../../words/useWords.ts'

/** What a cell says that holds no text of the team and no number. */
export function saidInWords({ says }: Said, words: Words): string {
  return says.startsWith('gender.') ? words.say(says as 'gender.1') : words.say(`reportWord.${says as OwnWord}`)
}

/** A cell as it is read: dates and months in full, words in the language of the window. @param kind of its column */
export function cellInWords(value: CellValue, { kind, places }: Pick<Column<never>, 'kind' | 'places'>, words: Words): string {
  if (value === null) return ''
  if (typeof value === 'object') return saidInWords(value, words)
  if (typeof value === 'number') return words.number(value, places)
  if (kind === 'month') return words.monthOfYear(value)
  return kind === 'date' ? words.fullDate(value) : value
}

/** "1 July to 30 September 2026" */
export function quarterInWords(quarter: Quarter, words: Words): string {
  const { from, to } = daysOfQuarter(quarter)
  return words.say('report.days', { from: words.birthday(from), to: words.fullDate(to) })
}
