import { personTexts } from '../../workerLink/personTexts.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Card } from '../../ui/Card.tsx'
import { outcomes } from '../../words/healthInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { addressInWords } from './Questions.tsx'
import { FactList, type Fact } from './FactList.tsx'

/** What is known, and what is not yet. */
export function Facts({ person }: { person: PersonView }) {
  const words = useWords()
  const facts: Fact[] = [
    [words.say('person.phone'), person.phone.value || (person.noPhone ? words.say('person.noPhone') : null)],
    [words.say('person.email'), person.email],
    [
      words.say('person.address'),
      person.address.value ? addressInWords(person.address.value) : person.noFixedAbode ? words.say('person.noFixedAbode') : null,
    ],
    [words.say('person.practice'), person.practice],
    [words.say('person.howHeard'), person.howHeard],
  ]
  const { declaration, guardian } = person
  const now = useNow()
  const more: Fact[] = [
    [
      words.say('person.health'),
      declaration &&
        words.say('person.healthUntil', {
          outcome: words.say(outcomes[declaration.outcome]),
          when: words.momentToday(declaration.at, now),
          until: words.fullDate(declaration.endsOn),
        }),
    ],
    ...personTexts.map((text): Fact => [words.say(`person.${text}`), person[text]]),
    [words.say('person.guardian'), guardian && words.say(guardian.agreed ? 'person.guardianYes' : 'person.guardianNo', { name: guardian.name })],
  ]
  const told = more.filter(([, value]) => value) // nobody is asked for what nobody needs
  return (
    <Card title={words.say('person.facts')}>
      <FactList facts={[...facts, ...told]} unknown={words.say('person.notKnown')} />
    </Card>
  )
}
