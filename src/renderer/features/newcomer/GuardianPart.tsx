import type { PersonFields } from '../../parts/usePersonForm.ts'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Who answers for somebody under 18. It says the rule and stops nobody (story 5). */
export function GuardianPart({
  fields: { form, text, choose },
  yesNo,
}: {
  fields: PersonFields
  yesNo: readonly { value: 'yes' | 'no'; label: string }[]
}) {
  const words = useWords()
  const choices = yesNo.map((one) => (one.value === 'no' ? { ...one, label: words.say('core.notYet') } : one))
  return (
    <Card title={words.say('core.under18')}>
      <div className="card__body">
        <p className="core__rule">{words.say('core.under18Rule')}</p>
        <TextField label={words.say('core.guardianName')} {...text('guardianName')} />
        <TextField label={words.say('core.guardianPhone')} type="tel" className="field--short" {...text('guardianPhone')} />
        <Radios
          legend={words.say('core.guardianAgreed')}
          inline
          value={form.guardianAgreed || null}
          onChoose={(agreed) => choose('guardianAgreed', agreed)}
          choices={choices}
        />
      </div>
    </Card>
  )
}
