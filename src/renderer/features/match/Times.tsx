import { partsOfDay, type TimeOfWeek } from '../../../shared/rules/match.ts'
import { weekdays } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** When they can come: a week of mornings, afternoons and evenings. None ticked is at any time. */
export function Times({ value, onChange }: { value: readonly TimeOfWeek[]; onChange: (times: TimeOfWeek[]) => void }) {
  const words = useWords()
  const named = (time: TimeOfWeek) => {
    const [day, part] = time.split('-') as [(typeof weekdays)[number], (typeof partsOfDay)[number]]
    return words.say('match.timeOf', { day: words.say(`weekday.${day}`), part: words.say(`match.${part}`).toLocaleLowerCase() })
  }
  const all = weekdays.flatMap((day) => partsOfDay.map((part): TimeOfWeek => `${day}-${part}`))
  const toggle = (time: TimeOfWeek) => onChange(all.filter((one) => (one === time ? !value.includes(one) : value.includes(one))))
  return (
    <details className="times" open={value.length > 0 || undefined}>
      <summary>
        <span className="times__legend">{words.say('match.when')}</span>{' '}
        <span className="soft small">
          {value.length === 0 ? words.say('match.anyTime') : words.list(all.filter((one) => value.includes(one)).map(named))}
        </span>
      </summary>
      <table className="times__week">
        <thead>
          <tr>
            <th scope="col">
              <span className="out-of-sight">{words.say('match.day')}</span>
            </th>
            {partsOfDay.map((part) => (
              <th key={part} scope="col">
                {words.say(`match.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{words.say(`weekday.${day}`)}</th>
              {partsOfDay.map((part) => {
                const time: TimeOfWeek = `${day}-${part}`
                return (
                  <td key={part}>
                    <label className="times__cell">
                      <input type="checkbox" aria-label={named(time)} checked={value.includes(time)} onChange={() => toggle(time)} />
                    </label>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
