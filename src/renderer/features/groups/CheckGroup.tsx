import { useEffect, useRef } from 'react'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { useView } from '../../workerLink/useView.ts'
import type { TeamView } from '../../workerLink/views.ts'
import { useKeysHere } from '../../state/useKeysHere.ts'
import { Button } from '../../ui/Button.tsx'
import { slotInWords } from '../../words/slotInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import type { GroupFormState } from './groupFormState.ts'
import { writtenSlots } from './slots.ts'

/** A new group as it will be, read once before it is saved: nobody notices a day or a place that was never chosen (NHS.UK: check your answers). */
export function CheckGroup({
  form,
  team,
  today,
  onChange,
  onSave,
}: {
  form: GroupFormState
  team: TeamView
  today: PlainDate
  /** Goes back to one field, by its id. */
  onChange: (field: string) => void
  onSave: () => void
}) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useKeysHere({ 'Ctrl+Enter': onSave })
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, []) // read first: no button has the focus, so that Enter pressed twice saves nothing
  const schedule = writtenSlots([], form.slots, today)
  const dates = useView('firstSessions', { schedule }) ?? []
  const rows = [
    ...answersOf(form, team, words),
    {
      field: 'group-slots',
      label: words.say('form.times'),
      said: schedule.map((slot) => slotInWords(slot, words)).join('; ') || words.say('newGroup.noTime'),
    },
  ]
  return (
    <div ref={box} tabIndex={-1} className="check-group">
      <dl className="check-group__rows">
        {rows.map(({ field, label, said }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd className="grow">{said}</dd>
            <dd>
              <Button look="link" about={label} onClick={() => onChange(field)}>
                {words.say('newGroup.change')}
              </Button>
            </dd>
          </div>
        ))}
        {dates.length > 0 && (
          <div>
            <dt>{words.say('newGroup.first', { count: dates.length })}</dt>
            <dd className="grow">
              <ol>
                {dates.map((one) => (
                  <li key={`${one.date} ${one.start}`}>
                    {words.say('newGroup.session', { day: words.day(one.date), start: words.time(one.start) })}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
      </dl>
      <div className="notice__actions">
        <Button look="go" keyLabel="Ctrl Enter" onClick={onSave}>
          {words.say('newGroup.save')}
        </Button>
        <Button onClick={() => onChange('group-name')}>{words.say('newGroup.back')}</Button>
      </div>
    </div>
  )
}

function answersOf(form: GroupFormState, team: TeamView, words: Words) {
  const venue = team.venues.find((one) => one.id === form.venueId)
  const named = (ids: readonly string[]) => team.colleagues.filter((one) => ids.includes(one.id)).map((one) => one.name)
  const [leader] = named([form.leaderId])
  const facilitators = named(form.facilitatorIds)
  return [
    { field: 'group-name', label: words.say('form.name'), said: form.name.trim() },
    { field: 'group-kind', label: words.say('newGroup.kind'), said: words.say(`template.${form.template}`) },
    {
      field: 'group-venue',
      label: words.say('form.venue'),
      said: venue ? [venue.name, venue.meetingPoint].filter(Boolean).join(', ') : words.say('form.venueNone'),
    },
    { field: 'group-leader', label: words.say('form.leader'), said: leader ?? words.say('form.leaderNone') },
    {
      field: 'group-facilitators',
      label: words.say('form.facilitators'),
      said: facilitators.length > 0 ? words.list(facilitators) : words.say('newGroup.nobody'),
    },
  ]
}
