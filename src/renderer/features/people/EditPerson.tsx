import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../desk/link.ts'
import type { PersonView } from '../../desk/views.ts'
import { useDraft } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'
import { ageBands, formOf, writtenOf, type FormErrors, type PersonForm, type TextPart } from './personForm.ts'
import { present } from '../../words/present.ts'

/**
 * The core form, saved field by field as it is typed: leaving a field writes it down. What cannot be kept stays in the field
 * with its reason beside it, and everything else is saved all the same.
 */
export function EditPerson({ person }: { person: PersonView }) {
  const words = useWords()
  const desk = useDesk()
  const known = formOf(person, words)
  const [form, keep, drop] = useDraft<PersonForm>(`person/${person.personId}`, known)
  const [errors, setErrors] = useState<FormErrors>({})
  useDropWhenKept(errors, drop)
  const [failed, setFailed] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)

  const write = async (next: PersonForm, part: keyof PersonForm) => {
    const written = writtenOf(next, part, words.dateOf(present()))
    const { [part]: _mended, ...others } = errors
    setErrors(written.ok ? others : { ...others, [part]: written.reason })
    // Leaving a field as it was must not answer the question which of two values is right.
    if (!written.ok || next[part] === known[part]) return
    const result = await desk.run('editPerson', { personId: person.personId, fields: written.value })
    setFailed(result.ok || result.reason === 'nothingChanged' ? null : reasonInWords(result.reason, words))
  }
  const choose = (more: Partial<PersonForm>, part: keyof PersonForm) => {
    keep({ ...form, ...more })
    void write({ ...form, ...more }, part)
  }
  const text = (part: TextPart) => ({
    id: `person-${part}`, value: form[part], autoComplete: 'off', error: errors[part] && words.say(errors[part]),
    onChange: (event: { target: { value: string } }) => keep({ ...form, [part]: event.target.value }),
    onBlur: () => void write(form, part),
    onKeyDown: (event: { key: string }) => event.key === 'Enter' && void write(form, part),
  })
  const summary = Object.entries(errors).map(([part, id]) => ({ field: `person-${part}`, text: words.say(id) }))
  return (
    <Card title={words.say('edit.title', { name: person.name })} aside={words.say('edit.saved')}>
      <div className="card__body">
        {failed && <Notice tone="danger" urgent>{failed}</Notice>}
        <ErrorSummary quiet title={words.say('edit.errors')} errors={summary} />
        <div className="field__pair">
          <TextField label={words.say('edit.givenName')} maxLength={100} autoFocus {...text('givenName')} />
          <TextField label={words.say('edit.familyName')} maxLength={100} {...text('familyName')} />
        </div>
        <TextField label={words.say('edit.knownAs')} maxLength={100} className="field--short" {...text('knownAs')} />
        <div className="field__pair">
          <TextField label={words.say('edit.bornOn')} hint={words.say('edit.bornHint')} maxLength={20} inputMode="numeric" className="field--short" {...text('bornOn')} />
          <SelectField label={words.say('edit.ageBand')} hint={words.say('edit.ageHint')} value={form.ageBand} onChange={(event) => choose({ ageBand: event.target.value }, 'ageBand')}>
            <option value="">{words.say('edit.ageNone')}</option>
            {ageBands.map((band) => <option key={band}>{band}</option>)}
          </SelectField>
        </div>
        <Checkbox label={words.say('edit.refuses')} checked={form.refuses} onChange={(refuses) => choose({ refuses, bornOn: '' }, 'refuses')} />
        <div className="field__pair">
          <TextField label={words.say('edit.phone')} type="tel" maxLength={40} {...text('phone')} />
          <TextField label={words.say('edit.email')} type="email" maxLength={200} {...text('email')} />
        </div>
        <TextField label={words.say('edit.lines')} maxLength={300} {...text('lines')} />
        <div className="field__pair">
          <TextField label={words.say('edit.town')} maxLength={100} {...text('town')} />
          <TextField label={words.say('edit.postcode')} hint={words.say('edit.postcodeHint')} maxLength={12} className="field--short" {...text('postcode')} />
        </div>
        <TextField label={words.say('edit.practice')} maxLength={200} {...text('practice')} />
        <TextField label={words.say('edit.alerts')} hint={words.say('edit.alertsHint')} maxLength={500} {...text('alerts')} />
        <Radios
          legend={words.say('edit.photo')} inline value={form.photo || null} onChoose={(photo) => choose({ photo }, 'photo')}
          choices={[{ value: 'yes', label: words.say('edit.photoYes') }, { value: 'no', label: words.say('edit.photoNo') }]}
        />
        <TextField label={words.say('edit.howHeard')} maxLength={200} {...text('howHeard')} />
        <Button look="danger" onClick={() => setRemoving(true)}>{words.say('person.remove')}</Button>
      </div>
      {removing && (
        <WhyDialog
          title={words.say('person.removeTitle', { name: person.name })} onClose={() => setRemoving(false)}
          says={whySays(words, { hint: words.say('person.removeHint'), does: words.say('person.removeDo') })}
          onWhy={(removedBecause) => {
            setRemoving(false)
            void desk.run('editPerson', { personId: person.personId, fields: { removedBecause } })
          }}
        />
      )}
    </Card>
  )
}

/** Forgets the draft when the form closes, unless something in it could not be kept: that waits for its owner. */
function useDropWhenKept(errors: FormErrors, drop: () => void): void {
  const latest = useRef({ errors, drop })
  latest.current = { errors, drop }
  useEffect(() => () => {
    if (Object.keys(latest.current.errors).length === 0) latest.current.drop()
  }, [])
}
