import { TimeField } from '../../parts/TimeField.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { weekdays, type Weekday } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { ServiceTyped } from './serviceForm.ts'

type Times = ServiceTyped['times']

/** The weekly times of an outside service. */
export function TimesFields({ times, error, onTimes }: { times: Times; error: string | null; onTimes: (times: Times) => void }) {
  const words = useWords()
  const change = (at: number, more: Partial<Times[number]>) => onTimes(times.map((one, nth) => (nth === at ? { ...one, ...more } : one)))
  return (
    <fieldset id="service-times" tabIndex={-1} className={`nhsuk-fieldset nhsuk-form-group ${error ? 'nhsuk-form-group--error' : ''}`}>
      <legend className="nhsuk-fieldset__legend">{words.say('service.times')}</legend>
      {error && <p className="nhsuk-error-message">{error}</p>}
      {times.map((one, at) => (
        <div key={at} className="entry-time" role="group" aria-label={words.say('service.timeNumber', { number: at + 1 })}>
          <SelectField label={words.say('service.dayOf')} value={one.day} onChange={(event) => change(at, { day: event.target.value as Weekday })}>
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {words.say(`weekday.${day}`)}
              </option>
            ))}
          </SelectField>
          <TimeField label={words.say('service.from')} value={one.from} onTime={(from) => change(at, { from })} />
          <TimeField label={words.say('service.until')} value={one.until} onTime={(until) => change(at, { until })} />
          <div className="nhsuk-form-group">
            <Button
              look="link"
              about={words.say('service.timeNumber', { number: at + 1 })}
              onClick={() => onTimes(times.filter((_, nth) => nth !== at))}
            >
              {words.say('service.removeTime')}
            </Button>
          </div>
        </div>
      ))}
      {times.length < 30 && (
        <Button onClick={() => onTimes([...times, { day: 'MO', from: '10:00', until: '12:00' }])}>{words.say('service.addTime')}</Button>
      )}
    </fieldset>
  )
}
