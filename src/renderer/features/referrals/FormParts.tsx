import { longest } from '../../../shared/records/longest.ts'
import { person } from '../../../shared/records/person.ts'
import { referral } from '../../../shared/records/referral.ts'
import { NeedsTicks } from '../../parts/NeedsTicks.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import type { ReferralErrors, ReferralForm } from './referralForm.ts'

/** What a part of the form is given. */
export interface PartOfForm {
  form: ReferralForm
  set: (more: Partial<ReferralForm>) => void
  errors: ReferralErrors
}

type TextName = {
  [Name in keyof ReferralForm]: ReferralForm[Name] extends string ? (string extends ReferralForm[Name] ? Name : never) : never
}[keyof ReferralForm]

/** The usual props of a field of the form. @param most letters that are kept */
export function useTexts({ form, set, errors }: PartOfForm) {
  const words = useWords()
  return (name: TextName, most: number) => ({
    id: `referral-${name}`,
    value: form[name],
    maxLength: most,
    autoComplete: 'off',
    error: errors[name] ? words.say(errors[name]) : null,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
}

const sources = ['practice', 'service', 'self', 'family', 'colleague'] as const
const urgencies = ['routine', 'soon', 'urgent'] as const
const agreements = ['yes', 'no', 'notSaid'] as const
const ways = ['phone', 'text', 'letter', 'email', 'visit', 'throughSomebody'] as const
/** As many letters as an ODS code takes, with blanks between them. */
const longestOds = 12

/** Who asks, and from where. */
export function WhoAsks(parts: PartOfForm) {
  const words = useWords()
  const text = useTexts(parts)
  const { form, set, errors } = parts
  const from = form.source === 'practice' || form.source === 'service'
  return (
    <Card title={words.say('newReferral.from')}>
      <div className="card__body">
        <SelectField
          label={words.say('newReferral.from')}
          value={form.source}
          onChange={(event) => set({ source: event.target.value as ReferralForm['source'] })}
        >
          {sources.map((one) => (
            <option key={one} value={one}>
              {words.say(`source.${one}`)}
            </option>
          ))}
        </SelectField>
        {from && (
          <div className="field__pair">
            <TextField label={words.say('newReferral.practiceName')} {...text('from', longest(referral, 'from'))} />
            {form.source === 'practice' && (
              <TextField
                label={words.say('newReferral.ods')}
                hint={words.say('newReferral.odsHint')}
                className="field--short"
                {...text('odsCode', longestOds)}
              />
            )}
          </div>
        )}
        {form.source !== 'self' && (
          <div className="field__pair">
            <TextField label={words.say('newReferral.referrer')} {...text('referrer', longest(referral, 'referrer'))} />
            <TextField label={words.say('newReferral.referrerRole')} {...text('referrerRole', longest(referral, 'referrerRole'))} />
            <TextField label={words.say('newReferral.referrerContact')} {...text('referrerContact', longest(referral, 'referrerContact'))} />
          </div>
        )}
        <TextField
          id="referral-receivedOn"
          label={words.say('newReferral.received')}
          type="date"
          className="field--short"
          max={words.dateOf(present())}
          value={form.receivedOn || words.dateOf(present())}
          error={errors.receivedOn ? words.say(errors.receivedOn) : null}
          onChange={(event) => set({ receivedOn: event.target.value })}
        />
      </div>
    </Card>
  )
}

/** Why, what is needed, how urgent, what they agreed to, and what is risky. */
export function AboutIt(parts: PartOfForm) {
  const words = useWords()
  const text = useTexts(parts)
  const { form, set } = parts
  return (
    <Card title={words.say('newReferral.why')}>
      <div className="card__body">
        <TextArea label={words.say('newReferral.reason')} {...text('reason', longest(referral, 'reason'))} />
        <Radios
          legend={words.say('newReferral.agreedLegend')}
          inline
          value={form.agreed}
          onChoose={(agreed) => set({ agreed })}
          choices={agreements.map((value) => ({ value, label: words.say(`referral.agreed.${value}`) }))}
        />
        <Radios
          legend={words.say('referral.urgency')}
          inline
          value={form.urgency}
          onChoose={(urgency) => set({ urgency })}
          choices={urgencies.map((value) => ({ value, label: words.say(`urgency.${value}`) }))}
        />
        <TextArea label={words.say('newReferral.wants')} {...text('wants', longest(referral, 'wants'))} />
        <TextArea label={words.say('newReferral.history')} {...text('history', longest(referral, 'history'))} />
        <TextArea label={words.say('newReferral.riskToPerson')} {...text('riskToPerson', longest(referral, 'riskToPerson'))} />
        <TextArea
          label={words.say('newReferral.riskToStaff')}
          hint={words.say('newReferral.riskToStaffHint')}
          {...text('riskToStaff', longest(referral, 'riskToStaff'))}
        />
      </div>
    </Card>
  )
}

/** What is needed, to tick. */
export function Needs(parts: PartOfForm) {
  const words = useWords()
  const text = useTexts(parts)
  const { form, set } = parts
  return (
    <Card title={words.say('newReferral.needs')}>
      <div className="card__body">
        <NeedsTicks legend={words.say('newReferral.needsTick')} chosen={form.needs} onChange={(needs) => set({ needs })} />
        <TextField label={words.say('newReferral.needsWords')} {...text('needsWords', longest(referral, 'needsWords'))} />
      </div>
    </Card>
  )
}

/** How to reach them, and what they need to take part. What is known of somebody stands on their page. */
export function Reaching(parts: PartOfForm) {
  const words = useWords()
  const text = useTexts(parts)
  const { form, set } = parts
  return (
    <Card title={words.say('newReferral.reach')}>
      <div className="card__body">
        <SelectField
          label={words.say('newReferral.contactBy')}
          value={form.contactBy}
          onChange={(event) => set({ contactBy: event.target.value as ReferralForm['contactBy'] })}
        >
          <option value="">{words.say('newReferral.notSaid')}</option>
          {ways.map((one) => (
            <option key={one} value={one}>
              {words.say(`contactBy.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={words.say('newReferral.contactWords')} {...text('contactWords', longest(referral, 'contactWords'))} />
        {!form.personId && (
          <>
            <TextField
              label={words.say('newReferral.access')}
              hint={words.say('newReferral.accessHint')}
              {...text('accessNeeds', longest(person, 'accessNeeds'))}
            />
            <TextField label={words.say('newReferral.interpreter')} {...text('interpreter', longest(person, 'interpreter'))} />
          </>
        )}
      </div>
    </Card>
  )
}
