import { useState } from 'react'
import { group as record } from '../../../shared/records/group.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { GroupTemplate } from '../../../shared/records/group.ts'
import { templates } from '../../../shared/rules/templates.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupView, VenueView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import type { GroupError, GroupFormState } from './groupFormState.ts'
import { SlotFields } from './SlotFields.tsx'
import { VenueForm } from './VenueForm.tsx'

interface Fields {
  form: GroupFormState
  set: (more: Partial<GroupFormState>) => void
}

/** Everything one may say of a group. */
export function GroupFields({
  form,
  set,
  group,
  today,
  errors,
}: Fields & { group: GroupView | null; today: PlainDate; errors: readonly GroupError[] }) {
  const words = useWords()
  const error = errors.find((one) => one.field === 'group-name')?.text ?? null
  return (
    <>
      <TextField
        id="group-name"
        label={words.say('form.name')}
        value={form.name}
        error={error}
        autoFocus
        autoComplete="off"
        maxLength={longest(record, 'name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={words.say('form.organiser')}
        hint={words.say('form.organiserHint')}
        value={form.organiser}
        autoComplete="off"
        maxLength={longest(record, 'organiser')}
        onChange={(event) => set({ organiser: event.target.value })}
      />
      <div id="group-kind" tabIndex={-1}>
        <Radios
          legend={words.say('template.legend')}
          hint={words.say('template.hint')}
          value={form.template}
          onChoose={(template) => set({ template, counts: template !== 'cafe' })}
          choices={(Object.keys(templates) as GroupTemplate[]).map((value) => ({
            value,
            label: words.say(`template.${value}`),
            hint: words.say(`template.${value}Hint`),
          }))}
        />
      </div>
      <SlotFields slots={form.slots} today={today} errors={errors} onSlots={(slots) => set({ slots })} />
      <Where form={form} set={set} />
      <Who form={form} set={set} />
      <Checkbox label={words.say('form.counts')} hint={words.say('form.countsHint')} checked={form.counts} onChange={(counts) => set({ counts })} />
      <div className="field__pair">
        <TextField
          label={words.say('form.capacity')}
          hint={words.say('form.capacityHint')}
          inputMode="numeric"
          value={form.capacity}
          maxLength={3}
          onChange={(event) => set({ capacity: event.target.value })}
        />
        {templates[form.template].peoplePerLeader && (
          <TextField
            label={words.say('form.perLeader')}
            hint={words.say('form.perLeaderHint')}
            inputMode="numeric"
            value={form.peoplePerLeader}
            maxLength={2}
            onChange={(event) => set({ peoplePerLeader: event.target.value })}
          />
        )}
      </div>
      <TextArea
        label={words.say('form.about')}
        value={form.about}
        maxLength={longest(record, 'about')}
        onChange={(event) => set({ about: event.target.value })}
      />
      {group && (
        <Radios
          legend={words.say('form.state')}
          value={form.state}
          onChoose={(state) => set({ state })}
          choices={(['running', 'paused', 'closed'] as const).map((value) => ({ value, label: words.say(`form.${value}`) }))}
        />
      )}
    </>
  )
}

/** The place, and where the drinks are. A place that is not there yet is added from here. */
function Where({ form, set }: Fields) {
  const words = useWords()
  const venues = useView('team', null)?.venues ?? []
  const [open, setOpen] = useState<VenueView | 'new' | null>(null)
  const chosen = venues.find((venue) => venue.id === form.venueId)
  const options = venues.map((venue) => (
    <option key={venue.id} value={venue.id}>
      {[venue.name, venue.town].filter(Boolean).join(', ')}
    </option>
  ))
  const saved = (venueId: string) => {
    setOpen(null)
    set({ venueId })
  }
  return (
    <>
      <div className="field__pair field__pair--bottom">
        <SelectField id="group-venue" label={words.say('form.venue')} value={form.venueId} onChange={(event) => set({ venueId: event.target.value })}>
          <option value="">{words.say('form.venueNone')}</option>
          {options}
        </SelectField>
        <div className="nhsuk-form-group form__places">
          {chosen && <Button onClick={() => setOpen(chosen)}>{words.say('form.venueChange')}</Button>}
          <Button onClick={() => setOpen('new')}>{words.say('form.venueAdd')}</Button>
        </div>
      </div>
      {templates[form.template].cafe && (
        <SelectField
          label={words.say('form.secondVenue')}
          value={form.secondVenueId}
          onChange={(event) => set({ secondVenueId: event.target.value })}
        >
          <option value="">{words.say('form.secondVenueNone')}</option>
          {options}
        </SelectField>
      )}
      {open && <VenueForm venue={open === 'new' ? null : open} onClose={() => setOpen(null)} onSaved={saved} />}
    </>
  )
}

/** Who leads, and whose laptops carry it. */
function Who({ form, set }: Fields) {
  const words = useWords()
  const colleagues = useView('team', null)?.colleagues ?? []
  const toggle = (id: string, on: boolean) =>
    set({ facilitatorIds: on ? [...form.facilitatorIds, id] : form.facilitatorIds.filter((one) => one !== id) })
  return (
    <>
      <SelectField
        id="group-leader"
        label={words.say('form.leader')}
        value={form.leaderId}
        onChange={(event) => set({ leaderId: event.target.value })}
      >
        <option value="">{words.say('form.leaderNone')}</option>
        {colleagues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <fieldset className="nhsuk-fieldset nhsuk-form-group" id="group-facilitators" tabIndex={-1}>
        <legend className="nhsuk-fieldset__legend">{words.say('form.facilitators')}</legend>
        <div className="nhsuk-hint">{words.say('form.facilitatorsHint')}</div>
        {colleagues.map((one) => (
          <Checkbox key={one.id} label={one.name} checked={form.facilitatorIds.includes(one.id)} onChange={(on) => toggle(one.id, on)} />
        ))}
      </fieldset>
    </>
  )
}
