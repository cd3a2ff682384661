import type { Story } from '../../workerLink/questions.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { FactList, type Fact } from './FactList.tsx'

/** What somebody has agreed to and what not, and what they were not asked yet. Of their case only where that is on this laptop. */
export function AgreedTo({ person, story }: { person: PersonView; story: Story | null }) {
  const words = useWords()
  const all = [...ofAll(person, words), ...(story ? ofCase(story.agreements, words) : [])]
  return (
    <Card title={words.say('agreed.title')}>
      <FactList facts={all} unknown={words.say('agreed.notAsked')} />
    </Card>
  )
}

function ofAll({ photo, shareWithGp }: PersonView, words: Words): Fact[] {
  return [
    [words.say('person.photo'), photo && words.say(photo === 'yes' ? 'person.photo.yes' : 'person.photo.no')],
    [words.say('person.share'), shareWithGp && words.say(shareWithGp === 'yes' ? 'core.yes' : 'core.no')],
  ]
}

function ofCase({ referred, plan, card, maySee, gaps }: Story['agreements'], words: Words): Fact[] {
  return [
    [words.say('agreed.referred'), referred && words.say(`agreed.referred.${referred.said}`, { day: words.fullDate(referred.on) })],
    [words.say('agreed.plan'), plan && planInWords(plan, words)],
    [words.say('agreed.card'), card && words.say(card === 'yes' ? 'core.yes' : 'core.no')],
    ...(maySee ? [[words.say('agreed.maySee'), maySee] as Fact] : []),
    ...(gaps ? [[words.say('agreed.gaps'), words.say(gaps.mayAsk ? 'core.yes' : 'core.no')] as Fact] : []),
  ]
}

function planInWords({ on, with: others, as }: NonNullable<Story['agreements']['plan']>, words: Words): string {
  const said = { day: words.fullDate(on), how: words.say(`agreed.as.${as ?? 'self'}`), with: others }
  return words.say(others ? 'agreed.planOnWith' : 'agreed.planOn', said)
}
