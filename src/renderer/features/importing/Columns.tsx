import type { ColumnMap, ImportColumn, ImportPlan } from '../../../shared/portable/importMembers.ts'
import { Card } from '../../ui/Card.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { columnNames } from './columnNames.ts'

/** What each column of the file holds, beside the list it makes. */
export function Columns({ plan, onColumns }: { plan: ImportPlan; onColumns: (columns: ColumnMap) => void }) {
  const words = useWords()
  const choose = (column: ImportColumn, at: string) => {
    const { [column]: _before, ...rest } = plan.columns
    onColumns(at === '' ? rest : { ...rest, [column]: Number(at) })
  }
  return (
    <Card title={words.say('import.columns')}>
      <p className="card__body soft">{words.say('import.columnsHint')}</p>
      <div className="import__map">
        {(Object.keys(columnNames) as ImportColumn[]).map((column) => (
          <SelectField
            key={column}
            label={words.say(columnNames[column])}
            value={plan.columns[column] ?? ''}
            onChange={(event) => choose(column, event.target.value)}
          >
            <option value="">{words.say('import.none')}</option>
            {plan.headers.map((header, at) => (
              <option key={at} value={at}>
                {header || `${at + 1}`}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </Card>
  )
}
