import type { PersonView } from '../../desk/views.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import { addressInWords } from './Questions.tsx'

/** What is known, and what is not yet. */
export function Facts({ person }: { person: PersonView }) {
  const words = useWords()
  const photo = words.say(person.photo === null ? 'person.photo.none' : person.photo === 'yes' ? 'person.photo.yes' : 'person.photo.no')
  const facts: [string, string | null][] = [
    [words.say('person.phone'), person.phone.value],
    [words.say('person.email'), person.email],
    [words.say('person.address'), person.address.value ? addressInWords(person.address.value) : null],
    [words.say('person.practice'), person.practice],
    [words.say('person.photo'), photo],
    [words.say('person.howHeard'), person.howHeard],
  ]
  return (
    <Card title={words.say('person.facts')}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="facts__one">
            <dt>{label}</dt>
            <dd className={value ? undefined : 'soft'}>{value || words.say('person.notKnown')}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
