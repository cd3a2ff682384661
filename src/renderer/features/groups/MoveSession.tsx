import { useState, type FormEvent } from 'react'
import { useDesk } from '../../desk/link.ts'
import { useView } from '../../desk/useView.ts'
import type { SessionCard } from '../../desk/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Another time, place or leader for one date. The session keeps its people and its register. */
export function MoveSession({ session, onClose }: { session: SessionCard; onClose: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const team = useView('team', null)
  const [start, setStart] = useState(session.start)
  const [end, setEnd] = useState(session.end)
  const [venueId, setVenueId] = useState('')
  const [leaderId, setLeaderId] = useState('')
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (end <= start) return setError(words.say('form.endFirst'))
    const times = { ...(start === session.start ? {} : { start }), ...(end === session.end ? {} : { end }) }
    const result = await desk.run('changeSession', {
      session: session.which, ...times, ...(venueId ? { venueId } : {}), ...(leaderId ? { leaderId } : {}),
    })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    onClose()
  }
  return (
    <Dialog title={words.say('move.title', { day: words.day(session.date) })} closeLabel={words.say('common.cancel')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)}>
        {error && <Notice tone="danger" urgent>{error}</Notice>}
        <div className="field__pair">
          <TextField label={words.say('form.start')} type="time" required autoFocus value={start} onChange={(event) => setStart(event.target.value)} />
          <TextField label={words.say('form.end')} type="time" required value={end} onChange={(event) => setEnd(event.target.value)} />
        </div>
        <SelectField label={words.say('form.venue')} value={venueId} onChange={(event) => setVenueId(event.target.value)}>
          <option value="">{words.say('move.same', { what: session.place })}</option>
          {team?.venues.map((venue) => <option key={venue.id} value={venue.id}>{[venue.name, venue.town].filter(Boolean).join(', ')}</option>)}
        </SelectField>
        <SelectField label={words.say('form.leader')} value={leaderId} onChange={(event) => setLeaderId(event.target.value)}>
          <option value="">{words.say('move.same', { what: session.leader ?? words.say('form.leaderNone') })}</option>
          {team?.colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <p className="soft small">{words.say('move.hint')}</p>
        <p className="notice__actions"><Button type="submit" look="go" keyLabel="Enter">{words.say('move.do')}</Button></p>
      </form>
    </Dialog>
  )
}
