import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { venue as place } from '../../../shared/records/venue.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { VenueView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

type Typed = Omit<VenueView, 'id'>

const empty: Typed = { name: '', meetingPoint: '', gridReference: '', address: '', town: '', postcode: '', notes: '' }

/** A place: a new one, or one that is changed. */
export function VenueForm({ venue, onSaved, onClose }: { venue: VenueView | null; onSaved: (venueId: string) => void; onClose: () => void }) {
  const words = useWords()
  const [typed, set, drop] = useEdits<Typed>(formKey('venue', { venueId: venue?.id ?? 'new' }), venue ?? empty)
  const save = useSave(venue, (venueId) => {
    drop()
    onSaved(venueId)
  })
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation() // a dialog in a dialog: React would hand the event to the form around it
    setAsked(true)
    if (typed.name.trim()) void save.run(typed)
  }
  const text = (field: keyof Typed) => ({
    value: typed[field],
    autoComplete: 'off',
    maxLength: longest(place, field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  const title = venue ? words.say('venue.change', { name: venue.name }) : words.say('venue.title')
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={submit} noValidate>
        {save.error && (
          <Notice tone="danger" urgent>
            {save.error}
          </Notice>
        )}
        <TextField
          label={words.say('venue.name')}
          autoFocus
          error={asked && !typed.name.trim() ? words.say('venue.nameMissing') : null}
          {...text('name')}
        />
        <TextField label={words.say('venue.meetingPoint')} hint={words.say('venue.meetingPointHint')} {...text('meetingPoint')} />
        <TextField label={words.say('venue.grid')} hint={words.say('venue.gridHint')} className="field--short" {...text('gridReference')} />
        <TextField label={words.say('venue.address')} {...text('address')} />
        <div className="field__pair">
          <TextField label={words.say('venue.town')} {...text('town')} />
          <TextField label={words.say('venue.postcode')} {...text('postcode')} />
        </div>
        <TextArea label={words.say('venue.notes')} hint={words.say('venue.notesHint')} {...text('notes')} />
        <Button type="submit" look="go">
          {words.say('venue.save')}
        </Button>
      </form>
    </Dialog>
  )
}

function useSave(venue: VenueView | null, onSaved: (venueId: string) => void) {
  const words = useWords()
  const worker = useWorker()
  const [error, setError] = useState<string | null>(null)
  const run = async (typed: Typed) => {
    const { name, ...more } = typed
    const said = Object.fromEntries(
      Object.entries(more)
        .map(([field, value]) => [field, value.trim() || null])
        .filter(([, value]) => venue || value),
    )
    const fields = { name: name.trim(), ...said }
    const result = venue ? await worker.run('editVenue', { venueId: venue.id, fields }) : await worker.run('createVenue', { fields })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    onSaved(result.ok && result.value ? result.value.venueId : (venue?.id ?? ''))
  }
  return { run, error }
}
