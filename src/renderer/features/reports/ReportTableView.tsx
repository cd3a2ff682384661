import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { ReportName } from '../../../shared/reports/index.ts'
import { useWords } from '../../words/useWords.ts'
import { cellInWords, isFigures } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

/** The figures, and under columns of numbers what they make together. */
export function ReportTableView({ name, table, caption }: { name: ReportName; table: ReportTable; caption: string }) {
  const words = useWords()
  const sums = table.columns.map(({ kind }, at) => (kind === 'number' ? table.rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : null))
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((one) => (
              <th key={one.id} scope="col" className={isFigures(one.kind) ? 'figures' : ''}>
                {headingOf(name, one.id, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {table.columns.map((one, nth) => (
                <td key={one.id} className={isFigures(one.kind) ? 'figures' : ''}>
                  {cellInWords(row[nth] ?? null, one.kind, words)}
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
                  {sum === null ? at === 0 && words.say('report.total') : words.number(sum)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
