import { nhsNumberText } from '../../../shared/std/nhsNumber.ts'
import { comparedFields, type ComparedField, type SideView, type TwoPeopleView } from '../../workerLink/twoPeopleViews.ts'
import { go } from '../../state/place.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** What is known of each, row by row; what both say and not the same is marked by words and colour. */
export function Beside({ two }: { two: TwoPeopleView }) {
  const words = useWords()
  const shown = comparedFields.filter((field) => two.sides.some((side) => side.values[field] !== undefined))
  return (
    <table className="beside">
      <thead>
        <tr>
          <th scope="col">{words.say('two.what')}</th>
          {two.sides.map((side) => (
            <th key={side.personId} scope="col">
              <button type="button" className="link beside__who" onClick={() => go({ at: 'person', personId: side.personId })}>
                {side.name}
              </button>{' '}
              {side.archived && <Chip>{words.say('two.archived')}</Chip>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => (
          <tr key={field} className={two.differs.includes(field) ? 'beside--differs' : undefined}>
            <th scope="row">
              {words.say(`two.${field}`)} {two.differs.includes(field) && <Chip tone="needs">{words.say('two.differs')}</Chip>}
            </th>
            {two.sides.map((side) => (
              <td key={side.personId} className={side.values[field] === undefined ? 'soft' : undefined}>
                {valueInWords(field, side, words)}
              </td>
            ))}
          </tr>
        ))}
        {two.sides.some((side) => side.sessions.length > 0) && <Sessions sides={two.sides} />}
      </tbody>
    </table>
  )
}

function Sessions({ sides }: { sides: readonly SideView[] }) {
  const words = useWords()
  return (
    <tr>
      <th scope="row">{words.say('two.last')}</th>
      {sides.map((side) => (
        <td key={side.personId}>
          <ul>
            {side.sessions.map((one) => (
              <li key={`${one.group}/${one.date}`}>
                {one.group}, {words.shortDay(one.date)}
              </li>
            ))}
          </ul>
        </td>
      ))}
    </tr>
  )
}

/** Counts where nothing is known are none; everything else is not known. */
function valueInWords(field: ComparedField, { values }: SideView, words: Words): string {
  const value = values[field]
  if (field === 'came' || field === 'cases') return words.number(Number(value ?? 0))
  if (value === undefined) return words.say(field === 'groups' || field === 'contacts' ? 'two.none' : 'two.notKnown')
  if (field === 'bornOn') return words.fullDate(String(value))
  return field === 'nhsNumber' ? nhsNumberText(String(value)) : String(value)
}
