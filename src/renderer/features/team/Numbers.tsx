import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { team } from '../../../shared/records/team.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { NumbersView } from '../../workerLink/doorViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Numbers that every laptop shows when something happens; a lead keeps them (stories 10, 11). */
export function Numbers({ numbers, mayEdit }: { numbers: NumbersView; mayEdit: boolean }) {
  const words = useWords()
  const [editing, setEditing] = useState(false)
  const lines: [string, string | null][] = [
    [words.say('numbers.duty'), numbers.dutyPhone],
    [words.say('numbers.safeguarding'), inWords(numbers.safeguarding)],
    [words.say('numbers.alternate'), inWords(numbers.alternate)],
  ]
  return (
    <Card title={words.say('numbers.title')} foot={mayEdit && <Button onClick={() => setEditing(true)}>{words.say('numbers.edit')}</Button>}>
      <dl className="numbers">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value ? undefined : 'soft'}>{value ?? words.say('numbers.none')}</dd>
          </div>
        ))}
      </dl>
      {editing && <EditNumbers numbers={numbers} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function inWords(contact: { name: string; phone: string } | null): string | null {
  return contact && [contact.name, contact.phone].filter(Boolean).join(', ')
}

function EditNumbers({ numbers, onClose }: { numbers: NumbersView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('numbers', { nth: 'all' }), {
    dutyPhone: numbers.dutyPhone ?? '',
    safeguarding: numbers.safeguarding ?? { name: '', phone: '' },
    safeguardingAlternate: numbers.alternate ?? { name: '', phone: '' },
  })
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => saved(await worker.run('editTeam', { fields: form }))
  const pair = (part: 'safeguarding' | 'safeguardingAlternate', legend: string) => (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{legend}</legend>
      <div className="field__pair">
        <TextField
          label={words.say('numbers.name')}
          value={form[part].name}
          maxLength={longest(team, `${part}.name`)}
          autoComplete="off"
          onChange={(event) => set({ [part]: { ...form[part], name: event.target.value } })}
        />
        <TextField
          label={words.say('numbers.phone')}
          type="tel"
          value={form[part].phone}
          maxLength={longest(team, `${part}.phone`)}
          autoComplete="off"
          onChange={(event) => set({ [part]: { ...form[part], phone: event.target.value } })}
        />
      </div>
    </fieldset>
  )
  return (
    <DialogForm title={words.say('numbers.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('numbers.duty')}
        type="tel"
        className="field--short"
        autoFocus
        value={form.dutyPhone}
        maxLength={longest(team, 'dutyPhone')}
        autoComplete="off"
        onChange={(event) => set({ dutyPhone: event.target.value })}
      />
      {pair('safeguarding', words.say('numbers.safeguarding'))}
      {pair('safeguardingAlternate', words.say('numbers.alternate'))}
      <Button type="submit" look="go">
        {words.say('numbers.save')}
      </Button>
    </DialogForm>
  )
}
