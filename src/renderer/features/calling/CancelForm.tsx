import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { session } from '../../../shared/records/session.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CallingView } from '../../workerLink/sheetViews.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const kinds = ['weather', 'heat', 'leaderIll', 'venueShut', 'tooFewStaff', 'other'] as const
const nothing: { kind: (typeof kinds)[number] | null; text: string } = { kind: null, text: '' }

/** Why it is off: one of six, with words where they help. */
export function CancelForm({ view }: { view: CallingView }) {
  const words = useWords()
  const worker = useWorker()
  const [form, keep, drop] = useForm(formKey('cancelling', { sessionId: view.sessionId }), nothing)
  const { kind, text } = form
  const [error, setError] = useState<'kind' | 'words' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!kind) return setError('kind')
    if (kind === 'other' && !text.trim()) return setError('words')
    const because = text.trim() || words.say(`cancelFor.${kind}`)
    const result = await worker.run('cancelSession', { session: view.which, because, reason: kind })
    if (result.ok) drop()
    setTrouble(result.ok ? null : reasonInWords(result.reason, words))
  }
  return (
    <Card title={words.say('calling.cancel')}>
      <form className="card__body" onSubmit={(event) => void submit(event)} noValidate>
        {trouble && (
          <Notice tone="danger" urgent>
            {trouble}
          </Notice>
        )}
        {error === 'kind' && !kind && (
          <Notice tone="danger" urgent>
            {words.say('calling.chooseWhy')}
          </Notice>
        )}
        <div className="calling__kinds">
          <Radios
            legend={words.say('calling.why')}
            value={kind}
            onChoose={(chosen) => keep({ ...form, kind: chosen })}
            choices={kinds.map((value) => ({ value, label: words.say(`cancelFor.${value}`) }))}
          />
        </div>
        <TextField
          label={words.say(kind === 'other' ? 'calling.wordsOther' : 'calling.words')}
          hint={words.say('calling.wordsHint')}
          value={text}
          maxLength={longest(session, 'cancelledBecause')}
          error={error === 'words' && !text.trim() ? words.say('calling.wordsMissing') : null}
          onChange={(event) => keep({ ...form, text: event.target.value })}
        />
        <Button type="submit" look="danger">
          {words.say('calling.cancelDo')}
        </Button>
      </form>
    </Card>
  )
}
