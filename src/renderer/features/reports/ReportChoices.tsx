import type { ReportName } from '../../../shared/reports/index.ts'
import type { GroupRow } from '../../workerLink/views.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { choicesOf, type ReportChoice } from './askedReport.ts'

/** Which group and which days, where the report takes them. */
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
  const { group, days } = choicesOf(name)
  const date = (part: 'from' | 'to') => (
    <TextField
      label={words.say(`report.${part}`)}
      type="date"
      value={choice[part]}
      autoComplete="off"
      onChange={(event) => event.target.value && onChoose({ ...choice, [part]: event.target.value })}
    />
  )
  if (!group && !days) return null
  return (
    <div className="report__choices">
      {group && (
        <SelectField
          label={words.say('report.group')}
          value={choice.groupId ?? ''}
          autoComplete="off"
          onChange={(event) => onChoose({ ...choice, groupId: event.target.value || null })}
        >
          {group === 'orAll' && <option value="">{words.say('report.allGroups')}</option>}
          {groups.map((one) => (
            <option key={one.groupId} value={one.groupId}>
              {one.name}
            </option>
          ))}
        </SelectField>
      )}
      {days && (
        <>
          {date('from')}
          {date('to')}
        </>
      )}
    </div>
  )
}
