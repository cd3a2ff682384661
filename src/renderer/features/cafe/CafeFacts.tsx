import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { session } from '../../../shared/records/session.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** Where the drinks are, how many, and the quiz; all of it can stay empty. */
export function CafeFacts({ register, cafe }: { register: RegisterView; cafe: NonNullable<RegisterView['cafe']> }) {
  const words = useWords()
  const worker = useWorker()
  const venues = useView('team', null)?.venues ?? []
  const known = { venueId: cafe.venueId ?? '', drinks: cafe.drinks?.toString() ?? '', quizTheme: cafe.quizTheme ?? '' }
  const [{ venueId, drinks, quizTheme }, set, drop] = useEdits(formKey('cafe', { sessionId: register.sessionId }), known)
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const number = drinks.trim() === '' ? null : Number(drinks)
    const fields = { cafeVenueId: venueId || null, drinks: number, quizTheme: quizTheme.trim() || null, ...(cafe.at ? {} : { cafeAt: present() }) }
    const result = await worker.run('changeSession', { session: register.which, ...fields })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    setError(null)
    say(words.say('cafe.saved'))
  }
  return (
    <Card title={cafe.at ? words.say('cafe.begun', { time: words.time(cafe.at) }) : words.say('cafe.begin')}>
      <form className="card__body" onSubmit={(event) => void save(event)} noValidate>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <SelectField
          label={words.say('cafe.place')}
          hint={words.say('cafe.placeHint')}
          value={venueId}
          onChange={(event) => set({ venueId: event.target.value })}
        >
          <option value="">{words.say('cafe.placeNone')}</option>
          {venues.map((venue) => (
            <option key={venue.id} value={venue.id}>
              {[venue.name, venue.town].filter(Boolean).join(', ')}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.say('cafe.drinks')}
          inputMode="numeric"
          autoComplete="off"
          className="nhsuk-input--width-4"
          value={drinks}
          onChange={(event) => set({ drinks: event.target.value.replace(/\D/g, '').slice(0, 3) })}
        />
        <TextField
          label={words.say('cafe.quiz')}
          hint={words.say('cafe.quizHint')}
          autoComplete="off"
          maxLength={longest(session, 'quizTheme')}
          value={quizTheme}
          onChange={(event) => set({ quizTheme: event.target.value })}
        />
        <Button type="submit" look={cafe.at ? 'plain' : 'go'}>
          {words.say(cafe.at ? 'cafe.save' : 'cafe.begin')}
        </Button>
      </form>
    </Card>
  )
}
