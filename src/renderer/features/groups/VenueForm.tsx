import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { venue as place } from '../../../shared/records/venue.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { VenueView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

type Typed = Omit<VenueView, 'id'>

const empty: Typed = { name: '', meetingPoint: '', gridReference: '', address: '', town: '', postcode: '', notes: '', isPublic: false }

/** A place: a new one, or one that is changed. */
export function VenueForm({ venue, onSaved, onClose }: { venue: VenueView | null; onSaved: (venueId: string) => void; onClose: () => void }) {
  const words = useWords()
  const [typed, set, drop] = useEdits<Typed>(formKey('venue', { venueId: venue?.id ?? 'new' }), venue ?? empty)
  const worker = useWorker()
  const { refused, saved } = useSaving<{ venueId: string } | null>((answer) => {
    drop()
    onSaved(answer?.venueId ?? venue?.id ?? '')
  })
  const [asked, setAsked] = useState(false)
  const save = async () => {
    setAsked(true)
    if (!typed.name.trim()) return
    const fields = fieldsOf(typed, venue === null)
    saved(venue ? await worker.run('editVenue', { venueId: venue.id, fields }) : await worker.run('createVenue', { fields }))
  }
  const text = (field: Exclude<keyof Typed, 'isPublic'>) => ({
    value: typed[field],
    autoComplete: 'off',
    maxLength: longest(place, field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  const title = venue ? words.say('venue.change', { name: venue.name }) : words.say('venue.title')
  return (
    <DialogForm title={title} refused={refused} onSubmit={() => void save()} onClose={onClose}>
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
      <Checkbox
        label={words.say('venue.isPublic')}
        hint={words.say('venue.isPublicHint')}
        checked={typed.isPublic}
        onChange={(isPublic) => set({ isPublic })}
      />
      <Button type="submit" look="go">
        {words.say('venue.save')}
      </Button>
    </DialogForm>
  )
}

/** What is written: of a new place only what was filled in, of one that is changed also what was emptied. */
function fieldsOf({ name, isPublic, ...more }: Typed, isNew: boolean) {
  const said = Object.entries(more).map(([field, value]) => [field, value.trim() || null] as const)
  return { name: name.trim(), ...(isNew && !isPublic ? {} : { isPublic }), ...Object.fromEntries(said.filter(([, value]) => !isNew || value)) }
}
