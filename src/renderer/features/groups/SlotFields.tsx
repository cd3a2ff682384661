import { TimeField } from '../../parts/TimeField.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { weekdays, type Weekday } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { newSlot, type GroupError } from './groupFormState.ts'
import type { TypedSlot } from './slots.ts'

/** The weekly times of a group. */
export function SlotFields({
  slots,
  today,
  errors,
  onSlots,
}: {
  slots: readonly TypedSlot[]
  today: PlainDate
  errors: readonly GroupError[]
  onSlots: (slots: TypedSlot[]) => void
}) {
  const words = useWords()
  const error = errors.find((one) => one.field === 'group-slots')?.text
  const change = (at: number, more: Partial<TypedSlot>) => onSlots(slots.map((slot, one) => (one === at ? { ...slot, ...more } : slot)))
  return (
    <fieldset className={`nhsuk-fieldset nhsuk-form-group ${error ? 'nhsuk-form-group--error' : ''}`} id="group-slots" tabIndex={-1}>
      <legend className="nhsuk-fieldset__legend">{words.say('form.times')}</legend>
      <div className="nhsuk-hint">{words.say('form.timesHint')}</div>
      {error && <p className="nhsuk-error-message">{error}</p>}
      {slots.map((slot, at) => (
        <div key={at} className="slot" role="group" aria-label={words.say('form.timeNumber', { number: at + 1 })}>
          <SelectField
            id={`group-day-${at}`}
            label={words.say('form.day')}
            value={slot.day}
            error={slot.day === '' ? (errors.find((one) => one.field === `group-day-${at}`)?.text ?? null) : null}
            onChange={(event) => change(at, { day: event.target.value as Weekday })}
          >
            {slot.day === '' && <option value="">{words.say('form.dayChoose')}</option>}
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {words.say(`weekday.${day}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={words.say('form.every')}
            value={slot.every}
            onChange={(event) => change(at, { every: event.target.value === '2' ? 2 : 1 })}
          >
            <option value={1}>{words.say('form.everyWeek')}</option>
            <option value={2}>{words.say('form.everyOther')}</option>
          </SelectField>
          <TimeField label={words.say('form.start')} required value={slot.start} onTime={(start) => change(at, { start })} />
          <TimeField label={words.say('form.end')} required value={slot.end} onTime={(end) => change(at, { end })} />
          <TextField
            label={words.say('form.from')}
            type="date"
            required
            value={slot.from}
            onChange={(event) => change(at, { from: event.target.value || today })}
          />
          <div className="nhsuk-form-group">
            <Button look="link" onClick={() => onSlots(slots.filter((_, one) => one !== at))}>
              {words.say('form.removeTime')}
            </Button>
          </div>
        </div>
      ))}
      <Button onClick={() => onSlots([...slots, newSlot(today)])}>{words.say('form.addTime')}</Button>
    </fieldset>
  )
}
