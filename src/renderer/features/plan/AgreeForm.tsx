import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { plan as record } from '../../../shared/records/plan.ts'
import { reviewDateAfter } from '../../../shared/rules/plans.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { numberOf, SureField } from './SureField.tsx'

const kinds = ['self', 'attorney', 'deputy', 'parent', 'bestInterests'] as const
const copies = ['none', 'paper', 'largePrint', 'email', 'easyRead', 'audio'] as const

interface Form {
  agreedWith: string
  agreedAs: (typeof kinds)[number]
  agreedOn: string
  reviewOn: string
  copyAs: (typeof copies)[number] | ''
  copyGivenOn: string
  confidence: string
}

/** Who agreed the plan, on which day, and what becomes of their copy. */
export function AgreeForm({
  personId,
  name,
  plan,
  today,
  onClose,
}: {
  personId: string
  name: string
  plan: PlanOfCase
  today: string
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits<Form>(formKey('planAgree', { episodeId: plan.episodeId }), {
    agreedWith: plan.agreedWith || name,
    agreedAs: plan.agreedAs ?? 'self',
    agreedOn: today,
    reviewOn: '',
    copyAs: plan.copyAs ?? '',
    copyGivenOn: plan.copyGivenOn ?? '',
    confidence: '',
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const review = form.reviewOn || (form.agreedOn ? reviewDateAfter(form.agreedOn) : '')
  const save = async () => {
    setAsked(true)
    const { agreedWith, agreedAs, agreedOn, copyAs, copyGivenOn } = form
    if (!agreedWith.trim() || !agreedOn) return
    const copy = copyAs ? { copyAs, copyGivenOn: copyAs === 'none' ? null : copyGivenOn || null } : {}
    saved(
      await worker.run('agreePlan', {
        personId,
        episodeId: plan.episodeId,
        agreedWith: agreedWith.trim(),
        agreedAs,
        agreedOn,
        reviewOn: review,
        confidence: numberOf(form.confidence),
        ...copy,
      }),
    )
  }
  const date = (field: 'agreedOn' | 'reviewOn' | 'copyGivenOn', label: string, more: { value: string; hint?: string; error?: string | null }) => (
    <DayField label={label} {...more} onChange={(event) => set({ [field]: event.target.value })} />
  )
  return (
    <DialogForm title={words.say('plan.agree.do')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('plan.agree.who')}
        autoFocus
        value={form.agreedWith}
        maxLength={longest(record, 'agreedWith')}
        error={asked && !form.agreedWith.trim() ? words.say('plan.agree.whoMissing') : null}
        onChange={(event) => set({ agreedWith: event.target.value })}
      />
      <Radios
        legend={words.say('plan.agree.as')}
        value={form.agreedAs}
        onChoose={(agreedAs) => set({ agreedAs })}
        choices={kinds.map((value) => ({ value, label: words.say(`plan.as.${value}`) }))}
      />
      <div className="field__pair">
        {date('agreedOn', words.say('plan.agree.on'), {
          value: form.agreedOn,
          error: asked && !form.agreedOn ? words.say('plan.agree.dateMissing') : null,
        })}
        {date('reviewOn', words.say('plan.agree.review'), { value: review, hint: words.say('plan.agree.reviewHint') })}
      </div>
      <SureField value={form.confidence} onChoose={(confidence) => set({ confidence })} />
      <SelectField label={words.say('plan.copyAs')} value={form.copyAs} onChange={(event) => set({ copyAs: event.target.value as Form['copyAs'] })}>
        <option value="">{words.say('plan.copyAsked')}</option>
        {copies.map((value) => (
          <option key={value} value={value}>
            {words.say(`plan.copy.${value}`)}
          </option>
        ))}
      </SelectField>
      {form.copyAs !== '' && form.copyAs !== 'none' && date('copyGivenOn', words.say('plan.copyGivenOn'), { value: form.copyGivenOn })}
      <Button type="submit" look="go">
        {words.say('plan.agree.do')}
      </Button>
    </DialogForm>
  )
}
