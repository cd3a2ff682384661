import type { ReportName } from '../../../shared/reports/index.ts'
import type { GroupRow } from '../../workerLink/views.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import type { ReportChoice } from './askedReport.ts'

/** Which group and which days. */
export function ReportChoices({
  name,
  choice,
  groups,
  onChoose,
}: {
  name: ReportName
  choice: ReportChoice
  groups: readonly GroupRow[]
  onChoose: (choice: ReportChoice) => void
}) {
  const words = useWords()
  const date = (part: 'from' | 'to') => (
    <TextField
      label={words.say(`report.${part}`)}
      type="date"
      value={choice[part]}
      autoComplete="off"
      onChange={(event) => event.target.value && onChoose({ ...choice, [part]: event.target.value })}
    />
  )
  return (
    <div className="report__choices">
      <SelectField
        label={words.say('report.group')}
        value={choice.groupId ?? ''}
        autoComplete="off"
        onChange={(event) => onChoose({ ...choice, groupId: event.target.value || null })}
      >
        {name === 'withoutContact' && <option value="">{words.say('report.allGroups')}</option>}
        {groups.map((one) => (
          <option key={one.groupId} value={one.groupId}>
            {one.name}
          </option>
        ))}
      </SelectField>
      {name === 'attendance' && (
        <>
          {date('from')}
          {date('to')}
        </>
      )}
    </div>
  )
}
