import { useState, type FormEvent } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { CallingView } from '../../workerLink/sheetViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TimeField } from '../../parts/TimeField.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Another time or place for this date. The session keeps its people, its register and its identity. */
export function MoveForm({ view }: { view: CallingView }) {
  const words = useWords()
  const worker = useWorker()
  const team = useView('team', null)
  const [{ start, end, venueId }, set, drop] = useEdits(formKey('moving', { sessionId: view.sessionId }), {
    start: view.start,
    end: view.end,
    venueId: view.venueId ?? '',
  })
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (end <= start) return setError(words.say('form.endFirst'))
    const changed = {
      ...(start === view.start ? {} : { start }),
      ...(end === view.end ? {} : { end }),
      ...(venueId && venueId !== view.venueId ? { venueId } : {}),
    }
    if (Object.keys(changed).length === 0) return setError(words.say('calling.moveSame'))
    const result = await worker.run('changeSession', { session: view.which, ...changed })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    drop()
    setError(null)
  }
  return (
    <Card title={words.say('calling.move')}>
      <form className="card__body" onSubmit={(event) => void save(event)} noValidate>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <div className="field__pair">
          <TimeField label={words.say('form.start')} required value={start} onTime={(time) => set({ start: time })} />
          <TimeField label={words.say('form.end')} required value={end} onTime={(time) => set({ end: time })} />
        </div>
        <SelectField
          label={words.say('form.venue')}
          hint={words.say('calling.moveHint')}
          value={venueId}
          onChange={(event) => set({ venueId: event.target.value })}
        >
          {!view.venueId && <option value="">{words.say('calling.venueNow', { place: words.say('calling.venueNone') })}</option>}
          {team?.venues.map((venue) => (
            <option key={venue.id} value={venue.id}>
              {[venue.name, venue.town].filter(Boolean).join(', ')}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{words.say('calling.moveDo')}</Button>
      </form>
    </Card>
  )
}
