import { useState, type FormEvent } from 'react'
import { incident } from '../../../shared/records/incident.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { IncidentsView, IncidentView } from '../../workerLink/doorViews.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { TimeField } from '../../parts/TimeField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { incidentKinds } from '../../words/healthInWords.ts'
import { present } from '../../words/present.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { emptyIncident, kinds, reportOf, type IncidentForm as Form, type IncidentTrouble } from './incidentForm.ts'

type TextPart = 'others' | 'injury' | 'firstAid' | 'witnesses' | 'weather' | 'followUp' | 'told'

/** The report. Saved at once, also after the register was closed; until then a draft that outlives a crash. */
export function IncidentForm({ session, reports }: { session: NonNullable<IncidentsView['session']>; reports: readonly IncidentView[] }) {
  const words = useWords()
  const worker = useWorker()
  const [form, keep, drop] = useForm<Form>(formKey('incident', { sessionId: session.sessionId }), emptyIncident)
  const [trouble, setTrouble] = useState<IncidentTrouble | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const set = (more: Partial<Form>) => {
    keep({ ...form, ...more })
    setTrouble(null)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const report = reportOf(form, session.which, { date: session.date, now: words.clock(present()) }, words)
    if (!report.ok) return setTrouble(report.reason)
    const result = await worker.run('reportIncident', report.value)
    if (!result.ok) return setFailed(reasonInWords(result.reason, words))
    drop()
    setFailed(null)
    say(words.say('incident.saved'))
  }
  const text = (part: TextPart) => ({
    value: form[part],
    autoComplete: 'off',
    maxLength: longest(incident, part),
    onChange: (event: { target: { value: string } }) => set({ [part]: event.target.value }),
  })
  const errors = trouble ? [{ field: trouble === 'kindMissing' ? 'incident-kind' : 'incident-what', text: words.say(`incident.${trouble}`) }] : []
  return (
    <Card>
      <form className="card__body" onSubmit={(event) => void save(event)} noValidate>
        {failed && (
          <Notice tone="danger" urgent>
            {failed}
          </Notice>
        )}
        <ErrorSummary title={words.say('incident.errors')} errors={errors} />
        <div id="incident-kind" tabIndex={-1} className="incident__kinds">
          <Radios
            legend={words.say('incident.kind')}
            value={form.kind}
            onChoose={(kind) => set({ kind })}
            choices={kinds.map((value) => ({ value, label: words.say(incidentKinds[value]) }))}
          />
        </div>
        <TextArea
          id="incident-what"
          label={words.say('incident.what')}
          hint={words.say('incident.whatHint')}
          value={form.what}
          maxLength={longest(incident, 'what')}
          error={trouble === 'whatMissing' ? words.say('incident.whatMissing') : null}
          onChange={(event) => set({ what: event.target.value })}
        />
        <TimeField
          label={words.say('incident.when')}
          className="field--short"
          value={form.time || words.clock(present()).padStart(5, '0')}
          onTime={(time) => set({ time })}
        />
        <Who session={session} form={form} set={set} />
        <TextField label={words.say('incident.others')} hint={words.say('incident.othersHint')} {...text('others')} />
        <TextField label={words.say('incident.injury')} hint={words.say('incident.injuryHint')} {...text('injury')} />
        <TextField label={words.say('incident.firstAid')} {...text('firstAid')} />
        <Checkbox label={words.say('incident.ambulance')} checked={form.ambulance} onChange={(ambulance) => set({ ambulance })} />
        {form.ambulance && (
          <TimeField
            label={words.say('incident.ambulanceAt')}
            className="field--short"
            value={form.ambulanceTime || words.clock(present()).padStart(5, '0')}
            onTime={(ambulanceTime) => set({ ambulanceTime })}
          />
        )}
        <TextField label={words.say('incident.witnesses')} {...text('witnesses')} />
        <TextField label={words.say('incident.weather')} {...text('weather')} />
        <TextField label={words.say('incident.followUp')} {...text('followUp')} />
        <TextField label={words.say('incident.told')} {...text('told')} />
        {reports.length > 0 && (
          <SelectField label={words.say('incident.same')} value={form.sameAs} onChange={(event) => set({ sameAs: event.target.value })}>
            <option value="">{words.say('incident.sameNone')}</option>
            {reports.map((one) => (
              <option key={one.id} value={one.id}>{`${words.say(incidentKinds[one.kind])}: ${one.what.slice(0, 50)}`}</option>
            ))}
          </SelectField>
        )}
        <Button type="submit" look="go">
          {words.say('incident.save')}
        </Button>
      </form>
    </Card>
  )
}

/** Whoever came to the session, to tick. */
function Who({ session, form, set }: { session: NonNullable<IncidentsView['session']>; form: Form; set: (more: Partial<Form>) => void }) {
  const words = useWords()
  const tick = (personId: string, on: boolean) =>
    set({ personIds: on ? [...form.personIds, personId] : form.personIds.filter((one) => one !== personId) })
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{words.say('incident.who')}</legend>
      <div className="nhsuk-hint">{words.say('incident.whoHint', { count: session.here.length })}</div>
      <div className="incident__who">
        {session.here.map((one) => (
          <Checkbox
            key={one.personId}
            label={fullName(one, words)}
            checked={form.personIds.includes(one.personId)}
            onChange={(on) => tick(one.personId, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}
