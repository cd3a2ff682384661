import { dimensions, type Dimension } from '../../../shared/reports/whoTheyAre.ts'
import type { ReportName } from '../../../shared/reports/index.ts'
import { addQuarters, quarterOf } from '../../../shared/std/quarters.ts'
import type { GroupRow } from '../../workerLink/views.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { freshChoice, takes, takesAllGroups, type ReportChoice } from './askedReport.ts'
import { quarterInWords } from './cellInWords.ts'

interface Choosing {
  name: ReportName
  choice: ReportChoice
  onChoose: (choice: ReportChoice) => void
}

/** Which group, which days or quarter, and by what people are told apart: as far as the report takes it. */
export function ReportChoices({ groups, today, ...choosing }: Choosing & { groups: readonly GroupRow[]; today: string }) {
  const { name } = choosing
  const parts = Object.keys(freshChoice(today)) as (keyof ReportChoice)[]
  if (!parts.some((part) => takes(name, part))) return null
  return (
    <div className="report__choices">
      {takes(name, 'groupId') && <WhichGroup {...choosing} groups={groups} />}
      {takes(name, 'by') && <ByWhat {...choosing} />}
      {takes(name, 'quarter') && <WhichQuarter {...choosing} today={today} />}
      {takes(name, 'from') && <Day {...choosing} part="from" />}
      {takes(name, 'to') && <Day {...choosing} part="to" />}
    </div>
  )
}

function WhichGroup({ name, choice, onChoose, groups }: Choosing & { groups: readonly GroupRow[] }) {
  const words = useWords()
  return (
    <SelectField
      label={words.say('report.group')}
      value={choice.groupId ?? ''}
      autoComplete="off"
      onChange={(event) => onChoose({ ...choice, groupId: event.target.value || null })}
    >
      {takesAllGroups(name) && <option value="">{words.say('report.allGroups')}</option>}
      {groups.map((one) => (
        <option key={one.groupId} value={one.groupId}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
}

function ByWhat({ choice, onChoose }: Choosing) {
  const words = useWords()
  return (
    <SelectField
      label={words.say('report.by')}
      value={choice.by}
      autoComplete="off"
      onChange={(event) => onChoose({ ...choice, by: event.target.value as Dimension })}
    >
      {dimensions.map((one) => (
        <option key={one} value={one}>
          {words.say(`report.by.${one}`)}
        </option>
      ))}
    </SelectField>
  )
}

/** So many quarters that are over can be chosen: five years. */
const quartersBack = 20

function WhichQuarter({ choice, onChoose, today }: Choosing & { today: string }) {
  const words = useWords()
  const quarters = Array.from({ length: quartersBack }, (_, nth) => addQuarters(quarterOf(today), -1 - nth))
  return (
    <SelectField
      label={words.say('report.quarter')}
      value={choice.quarter}
      autoComplete="off"
      onChange={(event) => onChoose({ ...choice, quarter: event.target.value })}
    >
      {quarters.map((one) => (
        <option key={one} value={one}>
          {quarterInWords(one, words)}
        </option>
      ))}
    </SelectField>
  )
}

function Day({ choice, onChoose, part }: Choosing & { part: 'from' | 'to' }) {
  const words = useWords()
  return (
    <TextField
      label={words.say(`report.${part}`)}
      type="date"
      value={choice[part]}
      autoComplete="off"
      onChange={(event) => event.target.value && onChoose({ ...choice, [part]: event.target.value })}
    />
  )
}
