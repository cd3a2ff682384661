import { useState } from 'react'
import { ethnicityText } from '../../../shared/rules/ethnicity.ts'
import { nhsNumberText } from '../../../shared/std/nhsNumber.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { languageInWords } from '../../words/languageInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { NationalForm } from './NationalForm.tsx'
import { FactList, type Fact } from './FactList.tsx'

/** NHS number, ethnic group, gender and language (domain 6). Not on a facilitator's laptop at all. */
export function National({ person, national }: { person: PersonView; national: NonNullable<PersonView['national']> }) {
  const words = useWords()
  const [changing, setChanging] = useState(false)
  const { nhsNumber, ethnicity, gender, language } = national
  const facts: Fact[] = [
    [words.say('national.nhsNumber'), nhsNumber && nhsNumberText(nhsNumber)],
    [words.say('national.ethnicity'), ethnicityText(ethnicity)],
    [words.say('national.gender'), gender && words.say(`gender.${gender}`)],
    [words.say('national.language'), language && languageInWords(language, words)],
  ]
  return (
    <Card
      title={words.say('national.title')}
      foot={
        <Button about={words.say('national.title')} onClick={() => setChanging(true)}>
          {words.say('national.change')}
        </Button>
      }
    >
      <FactList facts={facts} unknown={words.say('national.notKnown')} />
      {changing && <NationalForm person={person} national={national} onClose={() => setChanging(false)} />}
    </Card>
  )
}
