import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { measureLicence } from '../../../shared/records/measureLicence.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { LicenceView } from '../../workerLink/planViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** Letters of one wording. */
const mostWords = 1000

/** The licence of a site, with the words that it lets the site show. */
export function LicenceForm({ one, onClose }: { one: LicenceView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { licence, questionnaire } = one
  const [form, set, drop] = useEdits(formKey('measureLicence', { questionnaire }), {
    holder: licence?.holder ?? '',
    number: licence?.number ?? '',
    until: licence?.until ?? '',
    wording: licence?.wording ?? {},
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const missing = (text: string) => (asked && !text.trim() ? words.say('licences.missing') : null)
  const save = async () => {
    setAsked(true)
    if (!form.holder.trim() || !form.number.trim()) return
    const fields = { holder: form.holder, number: form.number, until: form.until || null, wording: form.wording }
    saved(await worker.run('recordMeasureLicence', { licenceId: licence?.licenceId ?? null, questionnaire, fields }))
  }
  return (
    <DialogForm title={words.say('licences.form', { measure: one.title })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('licences.holder')}
        hint={words.say('licences.holderHint')}
        autoFocus
        value={form.holder}
        maxLength={longest(measureLicence, 'holder')}
        error={missing(form.holder)}
        onChange={(event) => set({ holder: event.target.value })}
      />
      <div className="field__pair">
        <TextField
          label={words.say('licences.number')}
          value={form.number}
          maxLength={longest(measureLicence, 'number')}
          error={missing(form.number)}
          onChange={(event) => set({ number: event.target.value })}
        />
        <TextField
          label={words.say('licences.untilField')}
          hint={words.say('licences.untilHint')}
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={form.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      <fieldset className="nhsuk-fieldset nhsuk-form-group">
        <legend className="nhsuk-fieldset__legend">{words.say('licences.wording')}</legend>
        <p className="nhsuk-hint">{words.say('licences.wordingHint')}</p>
        {one.slots.map((slot) => (
          <TextField
            key={slot}
            label={slotInWords(slot, one.items, words)}
            value={form.wording[slot] ?? ''}
            maxLength={mostWords}
            onChange={(event) => set({ wording: { ...form.wording, [slot]: event.target.value } })}
          />
        ))}
      </fieldset>
      <Button type="submit" look="go">
        {words.say('licences.save')}
      </Button>
    </DialogForm>
  )
}

/** "Question 3", "Question 3: at the low end", "Answer 2 of question 4" */
function slotInWords(slot: string, items: readonly string[], words: Words): string {
  const [name = '', part] = slot.split('.')
  const nth = items.indexOf(name) + 1
  if (part === 'low' || part === 'high') return words.say(`licences.slot.${part}`, { nth })
  if (part === undefined) return words.say('licences.slot.question', { nth })
  return words.say('licences.slot.answer', {
    value: part,
    set: nth > 0 ? words.say('licences.slot.question', { nth }).toLocaleLowerCase() : words.say('licences.slot.all'),
  })
}
