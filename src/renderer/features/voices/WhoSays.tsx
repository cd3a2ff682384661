import type { InputOf } from '../../../shared/commands/index.ts'
import { mayAnswer } from '../../../shared/rules/mayUse.ts'
import { SelectField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

type AgreedBy = InputOf<'recordUseAgreement'>['agreedBy']

/** Who answers: they themselves, a parent of a child, or whoever decides in their place. */
export function WhoSays({ value, child, onChoose }: { value: AgreedBy; child: boolean; onChoose: (who: AgreedBy) => void }) {
  const words = useWords()
  return (
    <SelectField
      label={words.say('agree.by')}
      hint={words.say('agree.byHint')}
      value={value}
      onChange={(event) => onChoose(event.target.value as AgreedBy)}
    >
      {mayAnswer(child).map((one) => (
        <option key={one} value={one}>
          {words.say(`agreedBy.${one}`)}
        </option>
      ))}
    </SelectField>
  )
}
