import type { TwoPeopleView } from '../../workerLink/twoPeopleViews.ts'
import { useInWindow } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { useWords } from '../../words/useWords.ts'
import { useSaying } from './useSaying.ts'

/** Under whose name they go on, and the three answers. Nobody is chosen by the app: of whom more is known is only proposed. */
export function Decide({ two }: { two: TwoPeopleView }) {
  const words = useWords()
  const [one, other] = two.sides
  const [chosen, choose] = useInWindow<string | null>(`twoPeople/${one.personId}/${other.personId}`, null)
  const { answer } = useSaying(two)
  const survivorId = chosen ?? two.proposed
  const labelOf = ({ name, values }: TwoPeopleView['sides'][number]) =>
    one.name === other.name && values.bornOn ? `${name}, ${words.say('person.born', { date: words.fullDate(String(values.bornOn)) })}` : name
  return (
    <Card title={words.say('two.decide')}>
      <div className="card__body">
        <Radios
          legend={words.say('two.keep')}
          hint={words.say('two.keepHint')}
          value={survivorId}
          choices={two.sides.map((side, nth) => ({
            value: side.personId,
            label: labelOf(side),
            hint: words.say(nth === 0 ? 'two.left' : 'two.right'),
          }))}
          onChoose={choose}
        />
        <p className="soft small">{words.say('two.twins')}</p>
        <div className="chips two__answers">
          <Button look="go" onClick={() => void answer('same', survivorId)}>
            {words.say('two.same')}
          </Button>
          <Button onClick={() => void answer('notSame', null)}>{words.say('two.notSame')}</Button>
          <Button onClick={() => void answer('later', null)}>{words.say('two.later')}</Button>
        </div>
      </div>
    </Card>
  )
}
