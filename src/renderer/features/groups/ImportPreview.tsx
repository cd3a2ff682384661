import type { ColumnMap, ImportColumn, ImportPlan, PlannedRow } from '../../../shared/portable/importMembers.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tile } from '../../ui/Tile.tsx'
import { problemInWords } from '../../words/sentences.ts'
import type { MessageId } from '../../words/en.ts'
import { useWords } from '../../words/useWords.ts'

/** Rows shown of each kind: enough to see that the columns are right. */
const mostShown = 50
// Not the list of portable/importMembers.ts itself: it would bring the whole import into the window.
const columns: Record<ImportColumn, MessageId> = {
  name: 'column.name', givenName: 'column.givenName', familyName: 'column.familyName', knownAs: 'column.knownAs', bornOn: 'column.bornOn',
  phone: 'column.phone', email: 'column.email', addressLines: 'column.addressLines', town: 'column.town', postcode: 'column.postcode',
  practice: 'column.practice', contactName: 'column.contactName', contactRelationship: 'column.contactRelationship',
  contactPhone: 'column.contactPhone', alerts: 'column.alerts',
}
const tones: Record<PlannedRow['what'], Tone> = { add: 'new', join: 'good', already: 'plain', reject: 'danger' }

/** What an import would do: counts, columns, the list, and what is wrong in it. Nothing is written yet. */
export function ImportPreview({ plan, onColumns, onImport }: {
  plan: ImportPlan; onColumns: (columns: ColumnMap) => void; onImport: () => void
}) {
  const words = useWords()
  const { add, join, already, reject } = plan.counts
  const names = plan.columns.name !== undefined || plan.columns.givenName !== undefined || plan.columns.familyName !== undefined
  const rejected = plan.rows.filter((row) => row.what === 'reject')
  return (
    <>
      {!names && <Notice tone="needs" title={words.say('import.noName')} />}
      <ul className="tiles" aria-label={words.say('import.counts')}>
        <Tile number={words.number(add)} label={words.say('import.add')} />
        <Tile number={words.number(join)} label={words.say('import.join')} />
        <Tile number={words.number(already)} label={words.say('import.already')} />
        <Tile number={words.number(reject)} label={words.say('import.reject')} tone={reject > 0 ? 'danger' : undefined} />
      </ul>
      <div className="page__actions">
        {add + join > 0
          ? <Button look="go" onClick={onImport}>{words.say('import.do', { count: add + join })}</Button>
          : <p>{words.say('import.nothing')}</p>}
      </div>
      <Card>
        <details className="import__columns" open={!names}>
          <summary className="link"><h2>{words.say('import.columns')}</h2></summary>
          <p className="soft small">{words.say('import.columnsHint')}</p>
          <Columns plan={plan} onColumns={onColumns} />
        </details>
      </Card>
      {rejected.length > 0 && (
        <Card title={words.say('import.rejected')} aside={words.say('import.previewAside', { count: Math.min(rejected.length, mostShown), of: rejected.length })}>
          <p className="card__body">{words.say('import.rejectedMore')}</p>
          <Rows rows={rejected} caption={words.say('import.rejected')} />
        </Card>
      )}
      <Card title={words.say('import.preview')} aside={words.say('import.previewAside', { count: Math.min(plan.rows.length, mostShown), of: plan.rows.length })}>
        <Rows rows={plan.rows} caption={words.say('import.preview')} />
      </Card>
    </>
  )
}

function Columns({ plan, onColumns }: { plan: ImportPlan; onColumns: (columns: ColumnMap) => void }) {
  const words = useWords()
  const choose = (column: ImportColumn, at: string) => {
    const { [column]: _before, ...rest } = plan.columns
    onColumns(at === '' ? rest : { ...rest, [column]: Number(at) })
  }
  return (
    <div className="import__map">
      {(Object.keys(columns) as ImportColumn[]).map((column) => (
        <SelectField key={column} label={words.say(columns[column])} value={plan.columns[column] ?? ''} onChange={(event) => choose(column, event.target.value)}>
          <option value="">{words.say('import.none')}</option>
          {plan.headers.map((header, at) => <option key={at} value={at}>{header || `${at + 1}`}</option>)}
        </SelectField>
      ))}
    </div>
  )
}

function Rows({ rows, caption }: { rows: readonly PlannedRow[]; caption: string }) {
  const words = useWords()
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('import.line')}</th><th scope="col">{words.say('import.name')}</th>
            <th scope="col">{words.say('import.what')}</th><th scope="col">{words.say('import.cells')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>{row.name}</td>
              <td><Chip tone={tones[row.what]}>{row.problem ? problemInWords(row.problem, words) : words.say(`what.${row.what}`)}</Chip></td>
              <td className="import__cells">{row.cells.filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
