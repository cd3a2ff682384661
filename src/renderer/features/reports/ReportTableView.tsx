import { useWords } from '../../words/useWords.ts'
import { sumsOf } from '../../../shared/reports/sums.ts'
import { FigureCell, ShownAndPrinted, type Figures } from './FigureCell.tsx'
import { cellInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'
import { isFigures, isTurned } from './tableShape.ts'

interface Shown extends Figures {
  caption: string
  /** How many lines are drawn by now. */
  drawn: number
}

/** The figures of a report. Of many figures and few lines each figure is a row: so both fit on paper. */
export function ReportTableView(shown: Shown) {
  return isTurned(shown.table) ? <Turned {...shown} /> : <Upright {...shown} />
}

/** A line of the report is a column here. */
function Turned(shown: Shown) {
  const { name, table, caption } = shown
  const words = useWords()
  const [first, ...figures] = table.columns
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('report.figure')}</th>
            {table.rows.map((row, at) => (
              <th key={at} scope="col" className="figures">
                {cellInWords(row[0] ?? null, first ?? { kind: 'text' }, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((one, nth) => (
            <tr key={one.id}>
              <th scope="row">{headingOf(name, one.id, words)}</th>
              {table.rows.map((_, at) => (
                <td key={at} className="figures">
                  <FigureCell {...shown} row={at} nth={nth + 1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Under columns whose numbers add up stands what they make together. */
function Upright(shown: Shown) {
  const { name, table, caption, drawn } = shown
  const words = useWords()
  const sums = sumsOf(table)
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((one) => (
              <th key={one.id} scope="col" className={isFigures(one) ? 'figures' : ''}>
                {headingOf(name, one.id, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, drawn).map((_, at) => (
            <tr key={at}>
              {table.columns.map((one, nth) => (
                <td key={one.id} className={isFigures(one) ? 'figures' : ''}>
                  <FigureCell {...shown} row={at} nth={nth} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sums.some((one) => one !== null) && (
          <tfoot>
            <tr>
              {sums.map((sum, at) => (
                <td key={table.columns[at]?.id} className="figures">
                  {sum && <ShownAndPrinted shown={words.number(sum.sum)} printed={cellInWords(sum.onPaper, { kind: 'number' }, words)} />}
                  {!sum && at === 0 && words.say('report.total')}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
