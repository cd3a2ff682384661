import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { planGoal } from '../../../shared/records/planGoal.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { GoalView, PlanOfCase } from '../../workerLink/planViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, SelectField, TextArea } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

const outcomes = ['notStarted', 'working', 'done', 'changedMind'] as const
const eleven = Array.from({ length: 11 }, (_, at) => at)
const nine = Array.from({ length: 9 }, (_, at) => at + 1)

/** A goal: new or changed. Only what was touched is written. */
export function GoalForm({
  personId,
  plan: { episodeId, planId },
  goal,
  onClose,
}: {
  personId: string
  plan: PlanOfCase
  goal: GoalView | null
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const shown = {
    words: goal?.words.value ?? '',
    /** The words that stood there when somebody began to type. */
    seen: goal?.words.versions.map((one) => one.stamp) ?? [],
    confidence: String(goal?.confidence ?? ''),
    priority: String(goal?.priority ?? ''),
    targetOn: goal?.targetOn ?? '',
    outcome: goal?.outcome ?? ('notStarted' as const),
    outcomeWords: goal?.outcomeWords ?? '',
  }
  const [form, set, drop] = useEdits(formKey('planGoal', { episodeId, goalId: goal?.goalId ?? 'new' }), shown)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!form.words.trim()) return
    const fields = {
      words: form.words.trim(),
      confidence: form.confidence === '' ? null : Number(form.confidence),
      targetOn: form.targetOn || null,
      outcome: form.outcome,
      ...(form.priority === '' ? {} : { priority: Number(form.priority) }),
      ...(form.outcomeWords || goal?.outcomeWords ? { outcomeWords: form.outcomeWords.trim() } : {}),
    }
    if (!goal) return saved(await worker.run('addGoal', { personId, episodeId, fields }))
    saved(await worker.run('changeGoal', { goalId: goal.goalId, planId, fields: touched(fields, form, shown), seen: { words: form.seen } }))
  }
  return (
    <DialogForm title={words.say('plan.goalTitle')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextArea
        label={words.say('plan.goalWords')}
        autoFocus
        value={form.words}
        maxLength={longest(planGoal, 'words')}
        error={asked && !form.words.trim() ? words.say('plan.wordsMissing') : null}
        onChange={(event) => set({ words: event.target.value, seen: form.seen })}
      />
      <SelectField label={words.say('plan.confidence')} value={form.confidence} onChange={(event) => set({ confidence: event.target.value })}>
        <option value="">{words.say('plan.confidenceNone')}</option>
        {eleven.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </SelectField>
      <div className="field__pair">
        <DayField label={words.say('plan.targetOn')} value={form.targetOn} onChange={(event) => set({ targetOn: event.target.value })} />
        <SelectField label={words.say('plan.priority')} value={form.priority} onChange={(event) => set({ priority: event.target.value })}>
          {!goal?.priority && <option value="">{words.say('plan.priorityNone')}</option>}
          {nine.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </SelectField>
      </div>
      {goal && (
        <>
          <Radios
            legend={words.say('plan.outcome')}
            value={form.outcome}
            onChoose={(outcome) => set({ outcome })}
            choices={outcomes.map((value) => ({ value, label: words.say(`plan.outcome.${value}`) }))}
          />
          <TextArea
            label={words.say('plan.outcomeWords')}
            value={form.outcomeWords}
            maxLength={longest(planGoal, 'outcomeWords')}
            onChange={(event) => set({ outcomeWords: event.target.value })}
          />
        </>
      )}
      <Button type="submit" look="go">
        {words.say('plan.save')}
      </Button>
    </DialogForm>
  )
}

/** Only what somebody touched: what another laptop changed meanwhile is not written over with what the form showed. */
function touched<Fields extends object>(fields: Fields, form: object, shown: object): Partial<Fields> {
  const [now, before] = [form as Record<string, unknown>, shown as Record<string, unknown>]
  return Object.fromEntries(Object.entries(fields).filter(([name]) => now[name] !== before[name])) as Partial<Fields>
}
