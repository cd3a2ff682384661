import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { planAction } from '../../../shared/records/planAction.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ActionView, PlanOfCase } from '../../workerLink/planViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

const states = ['toDo', 'done', 'dropped'] as const

/** Something to do: new or changed. */
export function ActionForm({
  personId,
  plan: { episodeId, planId, goals },
  action,
  onClose,
}: {
  personId: string
  plan: PlanOfCase
  action: ActionView | null
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const shown = {
    what: action?.what.value ?? '',
    /** The words that stood there when somebody began to type. */
    seen: action?.what.versions.map((one) => one.stamp) ?? [],
    who: action?.who ?? '',
    dueOn: action?.dueOn ?? '',
    goalId: action?.goalId ?? '',
    state: action?.state ?? ('toDo' as const),
  }
  const [form, set, drop] = useEdits(formKey('planAction', { episodeId, actionId: action?.actionId ?? 'new' }), shown)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!form.what.trim() || !form.who.trim()) return
    const whole = { what: form.what.trim(), who: form.who.trim(), dueOn: form.dueOn || null, goalId: form.goalId || null, state: form.state }
    if (!action) return saved(await worker.run('addAction', { personId, episodeId, fields: whole }))
    const fields = Object.fromEntries(Object.entries(whole).filter(([name]) => form[name as keyof typeof form] !== shown[name as keyof typeof shown]))
    saved(await worker.run('changeAction', { actionId: action.actionId, planId, fields, seen: { what: form.seen } }))
  }
  return (
    <DialogForm title={words.say('plan.actionTitle')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextArea
        label={words.say('plan.what')}
        autoFocus
        value={form.what}
        maxLength={longest(planAction, 'what')}
        error={asked && !form.what.trim() ? words.say('plan.wordsMissing') : null}
        onChange={(event) => set({ what: event.target.value, seen: form.seen })}
      />
      <div className="field__pair">
        <TextField
          label={words.say('plan.actionWho')}
          hint={words.say('plan.actionWhoHint')}
          value={form.who}
          maxLength={longest(planAction, 'who')}
          error={asked && !form.who.trim() ? words.say('plan.whoMissing') : null}
          onChange={(event) => set({ who: event.target.value })}
        />
        <DayField label={words.say('plan.targetOn')} value={form.dueOn} onChange={(event) => set({ dueOn: event.target.value })} />
      </div>
      {goals.length > 0 && (
        <SelectField label={words.say('plan.forGoal')} value={form.goalId} onChange={(event) => set({ goalId: event.target.value })}>
          <option value="">{words.say('plan.noGoal')}</option>
          {goals.map((goal) => (
            <option key={goal.goalId} value={goal.goalId}>
              {goal.words.value}
            </option>
          ))}
        </SelectField>
      )}
      {action && (
        <Radios
          legend={words.say('plan.actionState')}
          value={form.state}
          onChoose={(state) => set({ state })}
          choices={states.map((value) => ({ value, label: words.say(`plan.action.${value}`) }))}
        />
      )}
      <Button type="submit" look="go">
        {words.say('plan.save')}
      </Button>
    </DialogForm>
  )
}
