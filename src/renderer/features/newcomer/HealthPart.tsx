import type { NewcomerView } from '../../workerLink/doorViews.ts'
import { go } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { outcomes } from '../../words/healthInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** How they stand with the health questions, and the way there. */
export function HealthPart({ newcomer: { person, sessionId, health } }: { newcomer: NewcomerView }) {
  const words = useWords()
  const now = useNow()
  const { declaration } = person
  const holds = declaration && (health === 'today' || health === 'ask')
  return (
    <div className="nhsuk-form-group">
      <p className="nhsuk-label">{words.say('core.healthTitle')}</p>
      <p className="soft small core__health">
        {holds
          ? words.say('core.healthHolds', { outcome: words.say(outcomes[declaration.outcome]), when: words.momentToday(declaration.at, now) })
          : words.say(health === 'ended' ? 'core.healthEnded' : 'core.healthMissing')}
      </p>
      <Button id="core-health" onClick={() => go({ at: 'health', sessionId, personId: person.personId })}>
        {words.say(health === 'today' ? 'health.answerAgain' : health === 'ask' ? 'health.changed' : 'core.healthAsk')}
      </Button>
    </div>
  )
}
