import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { measure } from '../../../shared/records/measure.ts'
import { notAskedYet } from '../../../shared/rules/measures.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MeasureToAsk } from '../../workerLink/planViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { HandedOver } from './HandedOver.tsx'
import { freshForm, lately, recordInput, waysOf, withAnswer, type MeasureForm } from './measureForm.ts'
import { Question } from './Question.tsx'

/** The questionnaire with how it is answered above it. What was answered is kept on the disk until it is saved. */
export function AskForm({ view }: { view: MeasureToAsk }) {
  const words = useWords()
  const worker = useWorker()
  const { definition, personId } = view
  const key = formKey('measure', { personId, questionnaire: definition.id })
  const [form, set, drop] = useEdits<MeasureForm>(key, freshForm(view.today))
  const [over, setOver] = useState(false)
  const { refused, saved } = useSaving<{ measureId: string; protocol: boolean }>((answer) => {
    drop()
    say(words.say('ask.saved', { measure: definition.title }))
    if (!answer?.protocol) goBack()
  })
  const save = async () => saved(await worker.run('recordMeasure', recordInput(view, form)))
  const missing = notAskedYet(definition, form.items).length
  const refusedProxy = form.answeredBy === 'forThem' && !definition.proxy
  const before = lately(view.askedOn, form.on)
  return (
    <>
      <How view={view} form={form} set={set} />
      {before && (
        <Notice tone="needs" title={words.say('ask.again', { day: words.fullDate(before) })}>
          <Checkbox label={words.say('ask.againConfirm')} checked={form.again} onChange={(again) => set({ again })} />
        </Notice>
      )}
      {refusedProxy && <Notice tone="danger">{words.say('ask.notByProxy')}</Notice>}
      {form.how === 'self' && (
        <p>
          <Button look="go" onClick={() => setOver(true)}>
            {words.say('ask.handOver')}
          </Button>
        </p>
      )}
      {form.how !== 'self' && !refusedProxy && (
        <Card>
          <div className="card__body">
            {definition.intro && <p className="measure__intro">{definition.intro}</p>}
            {definition.items.map((item) => (
              <Question
                key={item.id}
                definition={definition}
                item={item}
                answer={form.items[item.id]}
                onAnswer={(answer) => set({ items: withAnswer(form.items, item.id, answer) })}
              />
            ))}
            {refused && (
              <Notice tone="danger" urgent>
                {refused}
              </Notice>
            )}
            {missing > 0 && <p className="soft">{words.say('ask.missing', { count: missing })}</p>}
            <Button look="go" onClick={() => void save()}>
              {words.say('ask.save')}
            </Button>
          </div>
        </Card>
      )}
      <p className="soft small">{words.say('ask.source', { source: definition.source })}</p>
      {over && <HandedOver view={view} form={form} onAnswers={(items) => set({ items })} onSaved={drop} />}
    </>
  )
}

function How({ view, form, set }: { view: MeasureToAsk; form: MeasureForm; set: (more: Partial<MeasureForm>) => void }) {
  const words = useWords()
  const who = ['person', 'withHelp', 'forThem'] as const
  const withHelp = form.answeredBy === 'withHelp'
  return (
    <Card>
      <div className="card__body">
        <Radios
          legend={words.say('ask.how')}
          value={form.how}
          onChoose={(how) => set(how === 'self' && form.answeredBy === 'forThem' ? { how, answeredBy: 'person' } : { how })}
          choices={waysOf(view.definition).map((value) => ({
            value,
            label: words.say(`ask.how.${value}`),
            ...(value === 'self' ? { hint: words.say('ask.how.selfHint') } : {}),
          }))}
        />
        <Radios
          legend={words.say('ask.who')}
          inline
          value={form.answeredBy}
          onChoose={(answeredBy) => set({ answeredBy })}
          choices={who.filter((one) => one !== 'forThem' || form.how !== 'self').map((value) => ({ value, label: words.say(`ask.who.${value}`) }))}
        />
        <div className="field__pair">
          {withHelp && (
            <TextField
              label={words.say('ask.helpedBy')}
              value={form.helpedBy}
              maxLength={longest(measure, 'helpedBy')}
              onChange={(event) => set({ helpedBy: event.target.value })}
            />
          )}
          {form.how !== 'self' && (
            <DayField
              label={words.say('ask.on')}
              max={view.today}
              value={form.on}
              onChange={(event) => event.target.value && set({ on: event.target.value })}
            />
          )}
        </div>
      </div>
    </Card>
  )
}
