import { ageBands } from '../../../shared/rules/age.ts'
import { tidyBirthDate } from '../../../shared/rules/contactDetails.ts'
import type { NewcomerView } from '../../workerLink/doorViews.ts'
import { useMayWrite } from '../../parts/useMayWrite.ts'
import { usePersonForm, type PersonFields } from '../../parts/usePersonForm.ts'
import { useSuggestions } from '../../parts/useSuggestions.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { suggestionInWords } from '../../words/healthInWords.ts'
import { present } from '../../words/present.ts'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { ContactPart } from './ContactPart.tsx'
import { goToField } from './fieldOf.ts'
import { GuardianPart } from './GuardianPart.tsx'
import { HealthPart } from './HealthPart.tsx'

/** Everything of the core form in one column, the most wanted first. Nothing on it blocks anything. */
export function CoreForm({ newcomer }: { newcomer: NewcomerView }) {
  const words = useWords()
  const { person, sessionId, template } = newcomer
  const fields = usePersonForm(person, formKey('core', { sessionId, personId: person.personId }), 'core')
  const { form, failed, text, choose, errorList } = fields
  const may = useMayWrite()
  const yesNo = [
    { value: 'yes', label: words.say('core.yes') },
    { value: 'no', label: words.say('core.no') },
  ] as const
  return (
    <div className="core">
      <div className="core__form">
        {failed && (
          <Notice tone="danger" urgent>
            {failed}
          </Notice>
        )}
        <ErrorSummary quiet title={words.say('core.errors')} errors={errorList} />
        <Card title={words.say('core.who')}>
          <div className="card__body">
            <div className="field__pair">
              <TextField label={words.say('edit.givenName')} {...text('givenName')} />
              <TextField label={words.say('edit.familyName')} autoFocus {...text('familyName')} />
            </div>
            <TextField
              label={words.say('edit.bornOn')}
              hint={words.say('core.bornHint')}
              inputMode="numeric"
              className="field--short"
              {...text('bornOn')}
            />
            <SelectField
              label={words.say('core.ageBand')}
              className="field--short"
              value={form.ageBand}
              onChange={(event) => choose('ageBand', event.target.value)}
            >
              <option value="">{words.say('edit.ageNone')}</option>
              {ageBands.map((band) => (
                <option key={band}>{band}</option>
              ))}
            </SelectField>
            <Checkbox label={words.say('edit.refuses')} checked={form.refuses} onChange={(refuses) => choose('refuses', refuses)} />
          </div>
        </Card>
        {newcomer.under18 && <GuardianPart fields={fields} yesNo={yesNo} />}
        <Card title={words.say('core.reach')}>
          <div className="card__body">
            <TextField label={words.say('edit.phone')} type="tel" className="field--short" {...text('phone')} />
            <Checkbox label={words.say('core.noPhone')} checked={form.noPhone} onChange={(none) => choose('noPhone', none)} />
            {may('address') && (
              <TextField label={words.say('edit.postcode')} hint={words.say('edit.postcodeHint')} className="field--short" {...text('postcode')} />
            )}
            <Checkbox label={words.say('core.noFixedAbode')} checked={form.noFixedAbode} onChange={(none) => choose('noFixedAbode', none)} />
            <TextField label={words.say('edit.practice')} {...text('practice')} />
          </div>
        </Card>
        <ContactPart person={person} sessionId={sessionId} fields={fields} />
        <Card title={words.say('core.today')}>
          <div className="card__body">
            {newcomer.health && <HealthPart newcomer={newcomer} />}
            {template === 'seated' && <TextField label={words.say('edit.mobility')} hint={words.say('edit.mobilityHint')} {...text('mobility')} />}
            {template === 'cafe' && <TextField label={words.say('core.helps')} {...text('pleaseDo')} />}
            {template === 'cafe' && <TextField label={words.say('core.hurts')} {...text('pleaseDont')} />}
            <TextField label={words.say('core.access')} hint={words.say('core.accessHint')} {...text('accessNeeds')} />
            <TextField label={words.say('edit.howHeard')} {...text('howHeard')} />
          </div>
        </Card>
        <Card title={words.say('core.agree')}>
          <div className="card__body">
            <Radios
              legend={words.say('core.shareWithGp')}
              inline
              value={form.shareWithGp || null}
              onChoose={(share) => choose('shareWithGp', share)}
              choices={yesNo}
            />
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
          </div>
        </Card>
      </div>
      <div className="core__aside">
        <StillMissing newcomer={newcomer} />
        <KnownAlready newcomer={newcomer} typed={form} />
      </div>
    </div>
  )
}

/** What is still missing, each leading to its field. */
function StillMissing({ newcomer: { person } }: { newcomer: NewcomerView }) {
  const words = useWords()
  const none = person.missing.length === 0
  return (
    <Notice tone={none ? 'good' : 'needs'} title={words.say(none ? 'core.missingNone' : 'core.missing')}>
      {!none && (
        <ul className="core__missing" aria-label={words.say('core.missing')}>
          {person.missing.map((piece) => (
            <li key={piece}>
              <button type="button" className="chip-button" onClick={() => goToField(piece)}>
                <Chip>{pieceInWords(piece, words)}</Chip>
              </button>
            </li>
          ))}
        </ul>
      )}
      {!none && <p className="small">{words.say('core.missingMore')}</p>}
    </Notice>
  )
}

/** People who may be the same: shown, and never joined by the app (domain 10.5). */
function KnownAlready({ newcomer: { person }, typed }: { newcomer: NewcomerView; typed: PersonFields['form'] }) {
  const words = useWords()
  const bornOn = tidyBirthDate(typed.bornOn, words.dateOf(present()))
  const sought = { givenName: typed.givenName, familyName: typed.familyName, phone: typed.phone, bornOn }
  const like = useSuggestions(null, sought, person.personId)
  if (like.length === 0) return null
  return (
    <Notice title={words.say('alike.titleKnown')}>
      <ul className="core__alike" aria-label={words.say('alike.titleKnown')}>
        {like.map((one) => (
          <li key={one.personId}>
            <span className="grow">{suggestionInWords(one, words)}</span>
            <Button
              look="link"
              aria-label={words.say('alike.openNamed', { name: one.name })}
              onClick={() => go({ at: 'person', personId: one.personId })}
            >
              {words.say('alike.open')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small">{words.say('alike.never')}</p>
    </Notice>
  )
}
