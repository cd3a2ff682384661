import { useState, type FormEvent } from 'react'
import type { GroupTemplate } from '../../../shared/records/group.ts'
import { templates } from '../../../shared/rules/templates.ts'
import { useDesk } from '../../desk/link.ts'
import { useView } from '../../desk/useView.ts'
import type { GroupView, VenueView } from '../../desk/views.ts'
import { useDraft } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { groupFormOf, groupInput, type GroupFormState } from './groupFormState.ts'
import { SlotFields } from './SlotFields.tsx'
import { VenueForm } from './VenueForm.tsx'

/** A new group, or an old one changed. */
export function GroupForm({ group, onClose }: { group: GroupView | null; onClose: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const today = words.dateOf(useNow())
  const team = useView('team', null)
  const [form, keep, drop] = useDraft<GroupFormState>(`group/${group?.groupId ?? 'new'}`, groupFormOf(group, today))
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [venueOpen, setVenueOpen] = useState<VenueView | 'new' | null>(null)
  const set = (more: Partial<GroupFormState>) => keep({ ...form, ...more })
  const chosen = team?.venues.find((venue) => venue.id === form.venueId)
  const nameError = asked && !form.name.trim() ? words.say('form.nameMissing') : null
  const backwards = form.slots.some((slot) => slot.end <= slot.start)
  const errors = [
    ...(nameError ? [{ field: 'group-name', text: nameError }] : []),
    ...(asked && backwards ? [{ field: 'group-slots', text: words.say('form.endFirst') }] : []),
  ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!form.name.trim() || backwards) return
    const fields = groupInput(form, group, today)
    const result = group ? await desk.run('editGroup', { groupId: group.groupId, fields }) : await desk.run('createGroup', { fields })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    drop()
    onClose()
    if (result.ok && result.value) go({ at: 'group', groupId: result.value.groupId })
  }
  const title = group ? words.say('form.edit', { group: group.name }) : words.say('form.new')
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} wide fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && <Notice tone="danger" urgent>{error}</Notice>}
        <ErrorSummary title={words.say('form.errors')} errors={errors} />
        <TextField id="group-name" label={words.say('form.name')} value={form.name} error={nameError} autoFocus autoComplete="off" maxLength={200} onChange={(event) => set({ name: event.target.value })} />
        <TextField label={words.say('form.organiser')} hint={words.say('form.organiserHint')} value={form.organiser} autoComplete="off" maxLength={200} onChange={(event) => set({ organiser: event.target.value })} />
        <Radios
          legend={words.say('template.legend')} hint={words.say('template.hint')} value={form.template}
          onChoose={(template) => set({ template, counts: template !== 'cafe' })}
          choices={(Object.keys(templates) as GroupTemplate[]).map((value) => ({ value, label: words.say(`template.${value}`), hint: words.say(`template.${value}Hint`) }))}
        />
        <SlotFields slots={form.slots} today={today} error={asked && backwards ? words.say('form.endFirst') : null} onSlots={(slots) => set({ slots })} />
        <div className="field__pair field__pair--bottom">
          <SelectField label={words.say('form.venue')} value={form.venueId} onChange={(event) => set({ venueId: event.target.value })}>
            <option value="">{words.say('form.venueNone')}</option>
            {team?.venues.map((venue) => <option key={venue.id} value={venue.id}>{[venue.name, venue.town].filter(Boolean).join(', ')}</option>)}
          </SelectField>
          <div className="nhsuk-form-group form__places">
            {chosen && <Button onClick={() => setVenueOpen(chosen)}>{words.say('form.venueChange')}</Button>}
            <Button onClick={() => setVenueOpen('new')}>{words.say('form.venueAdd')}</Button>
          </div>
        </div>
        {templates[form.template].cafe && (
          <SelectField label={words.say('form.secondVenue')} value={form.secondVenueId} onChange={(event) => set({ secondVenueId: event.target.value })}>
            <option value="">{words.say('form.secondVenueNone')}</option>
            {team?.venues.map((venue) => <option key={venue.id} value={venue.id}>{[venue.name, venue.town].filter(Boolean).join(', ')}</option>)}
          </SelectField>
        )}
        <SelectField label={words.say('form.leader')} value={form.leaderId} onChange={(event) => set({ leaderId: event.target.value })}>
          <option value="">{words.say('form.leaderNone')}</option>
          {team?.colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <fieldset className="nhsuk-fieldset nhsuk-form-group">
          <legend className="nhsuk-fieldset__legend">{words.say('form.facilitators')}</legend>
          <div className="nhsuk-hint">{words.say('form.facilitatorsHint')}</div>
          {team?.colleagues.map((one) => (
            <Checkbox
              key={one.id} label={one.name} checked={form.facilitatorIds.includes(one.id)}
              onChange={(on) => set({ facilitatorIds: on ? [...form.facilitatorIds, one.id] : form.facilitatorIds.filter((id) => id !== one.id) })}
            />
          ))}
        </fieldset>
        <Checkbox label={words.say('form.counts')} hint={words.say('form.countsHint')} checked={form.counts} onChange={(counts) => set({ counts })} />
        <div className="field__pair">
          <TextField label={words.say('form.capacity')} hint={words.say('form.capacityHint')} inputMode="numeric" value={form.capacity} maxLength={3} onChange={(event) => set({ capacity: event.target.value })} />
          {templates[form.template].peoplePerLeader && (
            <TextField label={words.say('form.perLeader')} hint={words.say('form.perLeaderHint')} inputMode="numeric" value={form.peoplePerLeader} maxLength={2} onChange={(event) => set({ peoplePerLeader: event.target.value })} />
          )}
        </div>
        <TextArea label={words.say('form.about')} value={form.about} maxLength={2000} onChange={(event) => set({ about: event.target.value })} />
        {group && (
          <Radios
            legend={words.say('form.state')} value={form.state} onChoose={(state) => set({ state })}
            choices={[
              { value: 'running', label: words.say('form.running') }, { value: 'paused', label: words.say('form.paused') }, { value: 'closed', label: words.say('form.closed') },
            ]}
          />
        )}
        <Button type="submit" look="go">{words.say('form.save')}</Button>
      </form>
      {venueOpen && (
        <VenueForm
          venue={venueOpen === 'new' ? null : venueOpen} onClose={() => setVenueOpen(null)}
          onSaved={(venueId) => { setVenueOpen(null); set({ venueId }) }}
        />
      )}
    </Dialog>
  )
}
