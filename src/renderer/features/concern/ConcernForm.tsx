import { useState, type FormEvent } from 'react'
import { concern } from '../../../shared/records/concern.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { IncidentsView, NumbersView } from '../../workerLink/doorViews.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

interface Form {
  personId: string
  who: string
  colleagueId: string
  what: string
  told: string
  inDanger: boolean
}
const empty: Form = { personId: '', who: '', colleagueId: '', what: '', told: '', inDanger: false }

type Session = IncidentsView['session']

/** The form of a concern. Whom it is about and what was seen leave the screen with the press that saves it. */
export function ConcernForm({
  session,
  addsTo,
  numbers,
  colleagues,
}: {
  session: Session
  addsTo: string | null
  numbers: NumbersView
  colleagues: readonly { id: string; name: string }[]
}) {
  const words = useWords()
  const worker = useWorker()
  const [form, keep, drop] = useForm<Form>(formKey('concern', { sessionId: session?.sessionId ?? null, addsTo }), empty)
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const set = (more: Partial<Form>) => keep({ ...form, ...more })
  const errors = !asked
    ? []
    : [
        ...(form.what.trim() ? [] : [{ field: 'concern-what', text: words.say('concern.whatMissing') }]),
        ...(form.told.trim() ? [] : [{ field: 'concern-told', text: words.say('concern.toldMissing') }]),
      ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!form.what.trim() || !form.told.trim()) return
    const result = await worker.run('passOnConcern', inputOf(form, session, addsTo))
    if (!result.ok) return setFailed(reasonInWords(result.reason, words))
    drop()
    say(words.say('concern.saved'))
    goBack()
  }
  const error = (field: string) => errors.find((one) => one.field === field)?.text ?? null
  return (
    <div className="concern">
      <Card>
        <form className="card__body" onSubmit={(event) => void save(event)} noValidate>
          {failed && (
            <Notice tone="danger" urgent>
              {failed}
            </Notice>
          )}
          <ErrorSummary title={words.say('concern.errors')} errors={errors} />
          {!addsTo && <Whom session={session} form={form} set={set} colleagues={colleagues} />}
          <TextArea
            id="concern-what"
            label={words.say('concern.what')}
            hint={words.say('concern.whatHint')}
            rows={4}
            value={form.what}
            maxLength={longest(concern, 'what')}
            error={error('concern-what')}
            onChange={(event) => set({ what: event.target.value })}
          />
          <Checkbox label={words.say('concern.inDanger')} checked={form.inDanger} onChange={(inDanger) => set({ inDanger })} />
          <TextArea
            id="concern-told"
            label={words.say('concern.told')}
            hint={words.say('concern.toldHint')}
            rows={2}
            value={form.told}
            maxLength={longest(concern, 'told')}
            error={error('concern-told')}
            onChange={(event) => set({ told: event.target.value })}
          />
          <Button type="submit" look="go">
            {words.say('concern.save')}
          </Button>
        </form>
      </Card>
      <WhomToTell numbers={numbers} aboutColleague={form.colleagueId !== ''} />
    </div>
  )
}

function Whom({
  session,
  form,
  set,
  colleagues,
}: {
  session: Session
  form: Form
  set: (more: Partial<Form>) => void
  colleagues: readonly { id: string; name: string }[]
}) {
  const words = useWords()
  const here = session?.here ?? []
  return (
    <>
      {here.length > 0 && (
        <SelectField label={words.say('concern.who')} value={form.personId} onChange={(event) => set({ personId: event.target.value })}>
          <option value="">{words.say('concern.whoNobody')}</option>
          {here.map((one) => (
            <option key={one.personId} value={one.personId}>
              {one.name}
            </option>
          ))}
        </SelectField>
      )}
      {form.personId === '' && (
        <TextField
          label={words.say(here.length > 0 ? 'concern.whoWords' : 'concern.who')}
          hint={words.say('concern.whoWordsHint')}
          maxLength={longest(concern, 'who')}
          value={form.who}
          autoComplete="off"
          onChange={(event) => set({ who: event.target.value })}
        />
      )}
      <SelectField
        label={words.say('concern.colleague')}
        hint={words.say('concern.colleagueHint')}
        value={form.colleagueId}
        onChange={(event) => set({ colleagueId: event.target.value })}
      >
        <option value="">{words.say('concern.colleagueNo')}</option>
        {colleagues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
    </>
  )
}

/** Whom to ring: 999 first, then the contact, or another one when it is about a colleague. */
function WhomToTell({ numbers, aboutColleague }: { numbers: NumbersView; aboutColleague: boolean }) {
  const words = useWords()
  const contact = aboutColleague ? numbers.alternate : numbers.safeguarding
  const title = aboutColleague && contact ? words.say('concern.alternate', { name: contact.name }) : words.say('concern.contact')
  const none = words.say(aboutColleague ? 'concern.alternateNone' : 'concern.contactNone')
  return (
    <div className="concern__aside" role="group" aria-label={words.say('concern.contact')}>
      <Notice tone="danger" title={words.say('concern.danger')} />
      <Notice tone="needs" title={contact ? title : undefined}>
        {contact ? (
          <>
            <p className="concern__phone">{contact.phone}</p>
            <p>{!aboutColleague && contact.name}</p>
          </>
        ) : (
          none
        )}
      </Notice>
    </div>
  )
}

function inputOf(form: Form, session: Session, addsTo: string | null) {
  const { what, told, inDanger } = form
  return {
    session: session?.which ?? null,
    what: what.trim(),
    told: told.trim(),
    ...(inDanger ? { inDanger } : {}),
    ...(addsTo ? { addsTo } : {}),
    ...(form.personId ? { personId: form.personId } : form.who.trim() ? { who: form.who.trim() } : {}),
    ...(form.colleagueId ? { aboutColleagueId: form.colleagueId } : {}),
  }
}
