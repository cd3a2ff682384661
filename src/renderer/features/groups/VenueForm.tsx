import { useState, type FormEvent } from 'react'
import { useDesk } from '../../desk/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const empty = { name: '', meetingPoint: '', gridReference: '', address: '', town: '', postcode: '', notes: '' }

/** A new place. */
export function VenueForm({ onMade, onClose }: { onMade: (venueId: string) => void; onClose: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const [venue, setVenue] = useState(empty)
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation() // a dialog in a dialog: React would hand the event to the form around it
    setAsked(true)
    if (!venue.name.trim()) return
    const given = Object.fromEntries(Object.entries(venue).map(([field, value]) => [field, value.trim()]).filter(([, value]) => value))
    const result = await desk.run('createVenue', { fields: { ...given, name: venue.name.trim() } })
    if (result.ok) onMade(result.value.venueId)
    else setError(reasonInWords(result.reason, words))
  }
  const text = (field: keyof typeof empty) => ({
    value: venue[field], autoComplete: 'off', onChange: (event: { target: { value: string } }) => setVenue({ ...venue, [field]: event.target.value }),
  })
  return (
    <Dialog title={words.say('venue.title')} closeLabel={words.say('common.cancel')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && <Notice tone="danger" urgent>{error}</Notice>}
        <TextField label={words.say('venue.name')} autoFocus maxLength={200} error={asked && !venue.name.trim() ? words.say('venue.nameMissing') : null} {...text('name')} />
        <TextField label={words.say('venue.meetingPoint')} hint={words.say('venue.meetingPointHint')} maxLength={200} {...text('meetingPoint')} />
        <TextField label={words.say('venue.grid')} hint={words.say('venue.gridHint')} maxLength={60} className="field--short" {...text('gridReference')} />
        <TextField label={words.say('venue.address')} maxLength={300} {...text('address')} />
        <div className="field__pair">
          <TextField label={words.say('venue.town')} maxLength={100} {...text('town')} />
          <TextField label={words.say('venue.postcode')} maxLength={12} {...text('postcode')} />
        </div>
        <TextArea label={words.say('venue.notes')} hint={words.say('venue.notesHint')} maxLength={2000} {...text('notes')} />
        <Button type="submit" look="go">{words.say('venue.save')}</Button>
      </form>
    </Dialog>
  )
}
