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
  const text = cellInWords(cell, column.kind, words)
  const printed = onPaper === cell ? null : cellInWords(onPaper, column.kind, words)
  const isOpened = column.opens && cell !== null && cell !== 0
  const about = `${headingOf(name, column.id, words)}, ${lineInWords(table, row, words)}`
  return (
    <>
      <span className={printed === null ? undefined : 'no-print'}>
        {isOpened ? (
          <Button look="link" className="link--inline" about={about} onClick={() => onOpen({ row, column: column.id })}>
            {text}
          </Button>
        ) : (
          text
        )}
      </span>
      {printed !== null && <span className="print-only">{printed}</span>}
    </>
  )
}

/** "Walk and Talk", "October 2026": what a line is called. */
function lineInWords({ columns, rows }: ReportTable, row: number, words: Words): string {
  const named = columns.flatMap(({ kind }, nth) =>
    kind === 'figure' || kind === 'number' ? [] : [cellInWords(rows[row]?.[nth] ?? null, kind, words)],
  )
  return named.filter(Boolean).join(', ')
}
