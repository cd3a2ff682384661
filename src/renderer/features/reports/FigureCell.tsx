import type { ReactNode } from 'react'
import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { ReportName } from '../../../shared/reports/index.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { cellInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

/** The figures of a report. */
export interface Figures {
  name: ReportName
  table: ReportTable
  /** Opens a figure to whom or what it counts. */
  onOpen: (figure: { row: number; column: string }) => void
}

/** A figure that can be opened is a button; on paper it is what may stand there. */
export function FigureCell({ name, table, row, nth, onOpen }: Figures & { row: number; nth: number }) {
  const words = useWords()
  const column = table.columns[nth]
  const [cell = null, onPaper = cell] = [table.rows[row]?.[nth], table.onPaper?.[row]?.[nth]]
  if (!column) return null
  const text = cellInWords(cell, column, words)
  const isOpened = column.opens && cell !== null && cell !== 0
  const about = `${headingOf(name, column.id, words)}, ${lineInWords(table, row, words)}`
  const shown = isOpened ? (
    <Button look="link" className="link--inline" about={about} onClick={() => onOpen({ row, column: column.id })}>
      {text}
    </Button>
  ) : (
    text
  )
  return <ShownAndPrinted shown={shown} printed={onPaper === cell ? shown : cellInWords(onPaper, column, words)} />
}

/** What stands on the screen, and on paper where that is something else. */
export function ShownAndPrinted({ shown, printed }: { shown: ReactNode; printed: ReactNode }) {
  if (printed === shown) return <span>{shown}</span>
  return (
    <>
      <span className="no-print">{shown}</span>
      <span className="print-only">{printed}</span>
    </>
  )
}

/** "Walk and Talk", "October 2026": what a line is called. */
function lineInWords({ columns, rows }: ReportTable, row: number, words: Words): string {
  const named = columns.flatMap(({ kind }, nth) =>
    kind === 'figure' || kind === 'number' ? [] : [cellInWords(rows[row]?.[nth] ?? null, { kind }, words)],
  )
  return named.filter(Boolean).join(', ')
}
