import { useEffect, useState, type FormEvent } from 'react'
import { declaration } from '../../../shared/records/declaration.ts'
import { longest } from '../../../shared/records/longest.ts'
import { person as personRecord } from '../../../shared/records/person.ts'
import { outcomesFor, questionsFor, type Question } from '../../../shared/rules/healthQuestions.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { HealthView } from '../../workerLink/doorViews.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { MessageId } from '../../words/en.ts'
import { outcomeHints, outcomes } from '../../words/healthInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { declarationOf, factsOf, healthFormOf, unanswered, type HealthForm, type HealthTrouble } from './answers.ts'
import { YesNo } from './YesNo.tsx'

const troubles: Record<HealthTrouble, { id: MessageId; field: string }> = {
  unanswered: { id: 'health.unanswered', field: 'health-first' },
  outcomeMissing: { id: 'health.outcomeMissing', field: 'health-outcome' },
  wordsMissing: { id: 'health.wordsMissing', field: 'health-words' },
  signedMissing: { id: 'health.signedMissing', field: 'health-signed' },
  weeksBad: { id: 'health.weeksBad', field: 'health-weeks' },
}

/** The questions with yes and no, what was agreed, and the name that stands for it. What is answered outlives a crash. */
export function HealthQuestions({ health, again }: { health: HealthView; again: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const [form, keep, drop] = useForm<HealthForm>(
    formKey('health', { sessionId: health.sessionId, personId: health.personId }),
    healthFormOf(health, again),
  )
  const [trouble, setTrouble] = useState<HealthTrouble | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const set = (more: Partial<HealthForm>) => {
    keep({ ...form, ...more })
    setTrouble(null)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const said = declarationOf(form, health.questions, health.personId, health.which)
    if (!said.ok) return setTrouble(said.reason)
    const result = await worker.run('declareHealth', { ...said.value, facts: factsOf(form, health) })
    if (!result.ok) return setFailed(reasonInWords(result.reason, words))
    drop()
    say(words.say('health.saved', { name: health.name }))
    goBack()
  }
  const open = unanswered(form, health.questions)
  const errors = trouble
    ? [
        {
          field: trouble === 'unanswered' ? `health-${open[0]}` : troubles[trouble].field,
          text: words.say(troubles[trouble].id, { count: open.length }),
        },
      ]
    : []
  return (
    <form className="health" onSubmit={(event) => void save(event)} noValidate>
      <Card className="health__questions">
        <div className="card__body">
          {failed && (
            <Notice tone="danger" urgent>
              {failed}
            </Notice>
          )}
          <ErrorSummary title={words.say('health.errors')} errors={errors} />
          <p className="soft">
            {words.say('health.intro')} {!form.declined && words.say('health.keys')}
          </p>
          {!form.declined && <Questions health={health} form={form} set={set} />}
          <Button look="link" onClick={() => set({ declined: !form.declined })}>
            {words.say(form.declined ? 'health.ratherBack' : 'health.rather')}
          </Button>
        </div>
      </Card>
      <Card className="health__agreed">
        <div className="card__body">
          <Agreed form={form} set={set} trouble={trouble} />
          <TextField
            id="health-signed"
            label={words.say('health.signed')}
            hint={words.say('health.signedHint')}
            value={form.signedAs}
            maxLength={longest(declaration, 'signedAs')}
            autoComplete="off"
            error={trouble === 'signedMissing' ? words.say('health.signedMissing') : null}
            onChange={(event) => set({ signedAs: event.target.value })}
          />
          <Button type="submit" look="go">
            {words.say('health.save')}
          </Button>
        </div>
      </Card>
    </form>
  )
}

interface Part {
  form: HealthForm
  set: (more: Partial<HealthForm>) => void
}

function Questions({ health, form, set }: Part & { health: HealthView }) {
  const first = health.questions[0]
  useEffect(() => document.getElementById(`health-${first}`)?.focus(), [first])
  const answer = (question: Question, yes: boolean) => set({ answers: { ...form.answers, [question]: yes }, outcome: null })
  return (
    <div className="yes-nos">
      {health.questions.map((question) => (
        <div key={question}>
          <YesNo id={`health-${question}`} question={question} value={form.answers[question] ?? null} onAnswer={(yes) => answer(question, yes)} />
          <More question={question} health={health} form={form} set={set} />
        </div>
      ))}
    </div>
  )
}

/** What follows from an answer, beside it. */
function More({ question, health, form, set }: Part & { question: Question; health: HealthView }) {
  const words = useWords()
  if (question === 'cardiacWarning') return <p className="health__rule">{words.say('health.cardiacRule')}</p>
  if (form.answers[question] !== true) return null
  switch (question) {
    case 'longTerm':
      return (
        <TextField
          label={words.say('health.medicine')}
          hint={words.say('edit.medicineHint')}
          maxLength={longest(personRecord, 'medicine')}
          value={form.medicine}
          onChange={(event) => set({ medicine: event.target.value })}
        />
      )
    case 'aid':
      return (
        <TextField
          label={words.say('health.aid')}
          hint={words.say('health.aidHint')}
          maxLength={longest(personRecord, 'mobility')}
          value={form.mobility}
          onChange={(event) => set({ mobility: event.target.value })}
        />
      )
    case 'falls':
      return <p className="health__rule">{words.say('health.fallsRule')}</p>
    case 'postnatal':
      return <Postnatal form={form} set={set} />
    case 'pregnant':
      return questionsFor(health.template).includes('postnatal') ? null : <p className="health__rule">{words.say('health.postnatalRule')}</p>
    default:
      return null
  }
}

function Postnatal({ form, set }: Part) {
  const words = useWords()
  return (
    <>
      <TextField
        id="health-weeks"
        label={words.say('health.weeks')}
        inputMode="numeric"
        maxLength={3}
        className="field--tiny"
        value={form.weeks}
        onChange={(event) => set({ weeks: event.target.value })}
      />
      <Radios
        legend={words.say('health.checkDone')}
        inline
        value={form.checkDone === null ? null : form.checkDone ? 'yes' : 'no'}
        onChoose={(value) => set({ checkDone: value === 'yes' })}
        choices={[
          { value: 'yes', label: words.say('health.yes') },
          { value: 'no', label: words.say('health.noShort') },
        ]}
      />
      <p className="health__rule">{words.say('health.postnatalRule')}</p>
    </>
  )
}

function Agreed({ form, set, trouble }: Part & { trouble: HealthTrouble | null }) {
  const words = useWords()
  const text = (
    <TextArea
      id="health-words"
      label={words.say(form.declined ? 'health.ratherWhy' : 'health.words')}
      hint={words.say(form.declined ? 'health.ratherHint' : 'health.wordsHint')}
      rows={2}
      value={form.words}
      maxLength={longest(declaration, 'words')}
      error={trouble === 'wordsMissing' ? words.say('health.wordsMissing') : null}
      onChange={(event) => set({ words: event.target.value })}
    />
  )
  if (form.declined) return text
  const answers = form.answers as Record<string, boolean>
  const anyYes = Object.values(answers).includes(true)
  return (
    <>
      {anyYes && <p className="health__rule">{words.say('health.agreedYes')}</p>}
      <div id="health-outcome" tabIndex={-1}>
        <Radios
          legend={words.say('health.agreed')}
          value={form.outcome}
          onChoose={(outcome) => set({ outcome })}
          choices={outcomesFor(answers).map((value) => ({ value, label: words.say(outcomes[value]), hint: words.say(outcomeHints[value]) }))}
        />
      </div>
      {text}
    </>
  )
}
