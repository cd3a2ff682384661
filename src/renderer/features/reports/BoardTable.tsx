import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import { useWords } from '../../words/useWords.ts'
import type { OpenOnBoard } from './BoardPage.tsx'
import { FigureCell } from './FigureCell.tsx'
import { headingOf } from './headingOf.ts'
import { isFigures } from './tableShape.ts'

interface Some {
  asked: AskedReport
  /** As it may stand on paper. */
  table: ReportTable
  /** Which lines. */
  rows: readonly number[]
  columns: readonly string[]
  caption: string
  onOpen: (open: OpenOnBoard) => void
}

/** Some lines and columns of a report. */
export function BoardTable({ asked, table, rows, columns, caption, onOpen }: Some) {
  const words = useWords()
  const shown = table.columns.flatMap((one, nth) => (columns.includes(one.id) ? [{ ...one, nth }] : []))
  return (
    <table className="table board__table">
      <caption className="out-of-sight">{caption}</caption>
      <thead>
        <tr>
          {shown.map((one) => (
            <th key={one.id} scope="col" className={isFigures(one) ? 'figures' : ''}>
              {headingOf(asked.name, one.id, words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {shown.map((one) => (
              <td key={one.id} className={isFigures(one) ? 'figures' : ''}>
                <FigureCell name={asked.name} table={table} row={row} nth={one.nth} onOpen={(figure) => onOpen({ ...figure, asked })} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
