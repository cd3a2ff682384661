import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { person as record } from '../../../shared/records/person.ts'
import { ageBands } from '../../../shared/rules/age.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useMayWrite } from '../../parts/useMayWrite.ts'
import { usePersonForm } from '../../parts/usePersonForm.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'
import { PersonTexts } from './PersonTexts.tsx'

/**
 * The core form, saved field by field as it is typed: leaving a field writes it down. What cannot be kept stays in the field
 * with its reason beside it, and everything else is saved all the same.
 */
export function EditPerson({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  const { form, failed, text, choose, errorList } = usePersonForm(person, formKey('person', { personId: person.personId }), 'person')
  const may = useMayWrite()
  const [removing, setRemoving] = useState(false)
  return (
    <Card title={words.say('edit.title', { name: person.name })} aside={words.say('edit.saved')}>
      <div className="card__body">
        {failed && (
          <Notice tone="danger" urgent>
            {failed}
          </Notice>
        )}
        <ErrorSummary quiet title={words.say('edit.errors')} errors={errorList} />
        <div className="field__pair">
          <TextField label={words.say('edit.givenName')} autoFocus {...text('givenName')} />
          <TextField label={words.say('edit.familyName')} {...text('familyName')} />
        </div>
        <TextField label={words.say('edit.knownAs')} className="field--short" {...text('knownAs')} />
        <div className="field__pair">
          <TextField
            label={words.say('edit.bornOn')}
            hint={words.say('edit.bornHint')}
            inputMode="numeric"
            className="field--short"
            {...text('bornOn')}
          />
          <SelectField
            label={words.say('edit.ageBand')}
            hint={words.say('edit.ageHint')}
            value={form.ageBand}
            onChange={(event) => choose('ageBand', event.target.value)}
          >
            <option value="">{words.say('edit.ageNone')}</option>
            {ageBands.map((band) => (
              <option key={band}>{band}</option>
            ))}
          </SelectField>
        </div>
        <Checkbox label={words.say('edit.refuses')} checked={form.refuses} onChange={(refuses) => choose('refuses', refuses)} />
        <div className="field__pair">
          <TextField label={words.say('edit.phone')} type="tel" {...text('phone')} />
          <TextField label={words.say('edit.email')} type="email" {...text('email')} />
        </div>
        {may('address') && <TextField label={words.say('edit.lines')} {...text('lines')} />}
        {may('address') && (
          <div className="field__pair">
            <TextField label={words.say('edit.town')} {...text('town')} />
            <TextField label={words.say('edit.postcode')} hint={words.say('edit.postcodeHint')} className="field--short" {...text('postcode')} />
          </div>
        )}
        <TextField label={words.say('edit.practice')} {...text('practice')} />
        <TextField label={words.say('edit.alerts')} hint={words.say('edit.alertsHint')} {...text('alerts')} />
        <PersonTexts text={text} />
        <Radios
          legend={words.say('edit.photo')}
          inline
          value={form.photo || null}
          onChoose={(photo) => choose('photo', photo)}
          choices={[
            { value: 'yes', label: words.say('edit.photoYes') },
            { value: 'no', label: words.say('edit.photoNo') },
          ]}
        />
        <TextField label={words.say('edit.howHeard')} {...text('howHeard')} />
        <Button look="danger" onClick={() => setRemoving(true)}>
          {words.say('person.remove')}
        </Button>
      </div>
      {removing && (
        <WhyDialog
          title={words.say('person.removeTitle', { name: person.name })}
          most={longest(record, 'removedBecause')}
          onClose={() => setRemoving(false)}
          says={whySays(words, { hint: words.say('person.removeHint'), does: words.say('person.removeDo') })}
          onWhy={(removedBecause) => {
            setRemoving(false)
            void worker.run('editPerson', { personId: person.personId, fields: { removedBecause } })
          }}
        />
      )}
    </Card>
  )
}
