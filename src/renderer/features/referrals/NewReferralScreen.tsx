import './referrals.css'
import { useState, type FormEvent } from 'react'
import { crisisIn } from '../../../shared/rules/crisis.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { present } from '../../words/present.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Crisis } from './Crisis.tsx'
import { AboutIt, Needs, Reaching, WhoAsks } from './FormParts.tsx'
import { emptyReferral, referralOf, type ReferralErrors, type ReferralForm } from './referralForm.ts'
import { WhoIsIt } from './WhoIsIt.tsx'

/** A referral at the telephone, in under two minutes: a name and who asks are enough, and nothing typed is lost (story 19). */
export function NewReferralScreen({ personId }: { personId: string | null }) {
  const words = useWords()
  const worker = useWorker()
  const key = formKey('referral', { personId })
  const [form, keep, drop] = useForm<ReferralForm>(key, { ...emptyReferral, personId: personId ?? '' })
  const [errors, setErrors] = useState<ReferralErrors>({})
  const [failed, setFailed] = useState<string | null>(null)
  const safeguarding = useView('numbers', null)?.safeguarding ?? null
  const set = (more: Partial<ReferralForm>) => {
    keep({ ...form, ...more })
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in more))))
  }
  const save = async () => {
    const read = referralOf(form, words.dateOf(present()))
    if (!read.ok) return setErrors(read.reason)
    const result = await worker.run('addReferral', read.value)
    if (!result.ok) return setFailed(reasonInWords(result.reason, words))
    drop()
    say(words.say('newReferral.saved', { name: form.name || [form.givenName, form.familyName].filter(Boolean).join(' ') }))
    go({ at: 'referral', referralId: result.value.referralId })
  }
  const saving: Action = { id: 'newReferral.save', label: words.say('newReferral.save'), key: 'Ctrl+Enter', run: () => void save() }
  useActions([saving])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const crisis = crisisIn([form.reason, form.wants, form.history, form.needsWords, form.riskToPerson, form.contactWords])
  const parts = { form, set, errors }
  return (
    <Page title={words.say('newReferral.title')} under={words.say('newReferral.under')} actions={<ActionButton action={saving} look="go" />}>
      {crisis.length > 0 && <Crisis view={{ crisis, safeguarding }} />}
      {failed && (
        <Notice tone="danger" urgent>
          {failed}
        </Notice>
      )}
      <ErrorSummary
        title={words.say('newReferral.errors')}
        errors={Object.entries(errors).map(([field, id]) => ({ field: `referral-${field}`, text: words.say(id) }))}
      />
      <form onSubmit={submit} noValidate>
        <div className="columns">
          <div className="column">
            <WhoIsIt {...parts} fixed={personId !== null} />
            <WhoAsks {...parts} />
            <Needs {...parts} />
          </div>
          <div className="column">
            <AboutIt {...parts} />
            <Reaching {...parts} />
          </div>
        </div>
        <p className="notice__actions">
          <Button type="submit">{words.say('newReferral.save')}</Button>
          <Button
            look="danger"
            onClick={() => {
              drop()
              go({ at: 'referrals' })
            }}
          >
            {words.say('newReferral.drop')}
          </Button>
        </p>
      </form>
    </Page>
  )
}
