import type { ImportChoices, ImportPlan, PlannedRow } from '../../../shared/portable/importMembers.ts'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { useWords } from '../../words/useWords.ts'

interface Asking {
  plan: ImportPlan
  choices: ImportChoices
  onChoices: (choices: ImportChoices) => void
}

/** What a list leaves open and only a person can say. Nothing of it is written before. */
export function Questions(asking: Asking) {
  return (
    <>
      <Dates {...asking} />
      <MaybeSame {...asking} />
      <Differing {...asking} />
    </>
  )
}

function Dates({ plan: { dates }, choices, onChoices }: Asking) {
  const words = useWords()
  if (dates.example === null || dates.doubtful === 0) return null
  return (
    <Card>
      <div className="card__body">
        <Radios
          legend={words.say('import.dates')}
          hint={words.say('import.datesHint', { example: dates.example, count: dates.doubtful })}
          value={choices.order}
          onChoose={(order) => onChoices({ ...choices, order })}
          choices={[
            { value: 'dayFirst', label: words.say('import.dayFirst') },
            { value: 'monthFirst', label: words.say('import.monthFirst') },
          ]}
        />
      </div>
    </Card>
  )
}

function MaybeSame({ plan, choices, onChoices }: Asking) {
  const words = useWords()
  const rows = plan.rows.filter((row) => row.what === 'maybe')
  if (rows.length === 0) return null
  const tick = (line: number, on: boolean) =>
    onChoices({ ...choices, also: on ? [...choices.also, line] : choices.also.filter((one) => one !== line) })
  return (
    <Card title={words.say('import.maybeTitle')} aside={words.number(rows.length)}>
      <div className="card__body import__ticks">
        <p>{words.say('import.maybeText')}</p>
        {rows.map(({ line, name }) => (
          <Checkbox
            key={line}
            label={words.say('import.maybeTick', { name, line })}
            checked={choices.also.includes(line)}
            onChange={(on) => tick(line, on)}
          />
        ))}
      </div>
    </Card>
  )
}

function Differing({ plan, choices, onChoices }: Asking) {
  const words = useWords()
  const rows = plan.rows.filter((row) => row.differs.length > 0)
  if (rows.length === 0) return null
  const tick = (key: string, on: boolean) =>
    onChoices({ ...choices, takes: on ? [...choices.takes, key] : choices.takes.filter((one) => one !== key) })
  const each = rows.flatMap((row: PlannedRow) => row.differs.map((one) => ({ ...one, key: `${row.line}/${one.field}`, name: row.name })))
  return (
    <Card title={words.say('import.differsTitle')} aside={words.number(rows.length)}>
      <div className="card__body import__ticks">
        <p>{words.say('import.differsText')}</p>
        {each.map(({ key, name, field, ours, theirs }) => (
          <Checkbox
            key={key}
            label={words.say('import.differsTick', { name, field: words.say(`column.${field}`) })}
            hint={words.say('import.differsOurs', { ours, theirs })}
            checked={choices.takes.includes(key)}
            onChange={(on) => tick(key, on)}
          />
        ))}
      </div>
    </Card>
  )
}
