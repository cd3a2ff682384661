import type { PersonView } from '../../workerLink/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'

/** The last so many; more would not be read. */
const mostShown = 20

/** Who looked at the emergency contacts, for a lead (story 6). */
export function Looked({ person }: { person: PersonView }) {
  const words = useWords()
  const now = useNow()
  if (person.reveals === null) return null
  return (
    <Card title={words.say('person.looked')}>
      {person.reveals.length === 0 && <Empty title={words.say('person.lookedNobody')} />}
      <ul className="rows" aria-label={words.say('person.looked')}>
        {person.reveals.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            <span className="row__when figures">{words.moment(one.at, now)}</span>
            <span className="grow">{words.say(one.sheet ? 'person.lookedSheet' : 'person.lookedOne', { by: one.by })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
