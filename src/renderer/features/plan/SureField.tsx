import { SelectField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

const answers = Array.from({ length: 11 }, (_, value) => String(value))

/** How sure the person is that they can do what the plan says, 0 to 10; nothing chosen: not asked. */
export function SureField({ value, onChoose }: { value: string; onChoose: (value: string) => void }) {
  const words = useWords()
  return (
    <SelectField
      label={words.say('plan.sureOfPlan')}
      hint={words.say('plan.sureOfPlanHint')}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{words.say('plan.confidenceNone')}</option>
      {answers.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </SelectField>
  )
}

/** What was chosen as a number; null where it was not asked. */
export function numberOf(value: string): number | null {
  return value === '' ? null : Number(value)
}
