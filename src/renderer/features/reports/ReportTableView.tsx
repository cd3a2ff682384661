import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { ReportName } from '../../../shared/reports/index.ts'
import { useWords } from '../../words/useWords.ts'
import { cellInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

/** The figures, and under columns whose numbers add up what they make together. */
export function ReportTableView({ name, table, caption }: { name: ReportName; table: ReportTable; caption: string }) {
  const words = useWords()
  const sums = table.columns.map(({ kind, adds }, at) =>
    kind === 'number' && adds !== false ? table.rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : null,
  )
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((one) => (
              <th key={one.id} scope="col" className={one.kind === 'number' ? 'figures' : ''}>
                {headingOf(name, one.id, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {table.columns.map((one, nth) => (
                <td key={one.id} className={one.kind === 'number' ? 'figures' : ''}>
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
                  {sum !== null ? words.number(sum) : at === 0 ? words.say('report.total') : ''}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
