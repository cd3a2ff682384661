import { Button } from '../../ui/Button.tsx'
import { go } from '../../state/place.ts'
import type { Place } from '../../state/places.ts'
import { useWords } from '../../words/useWords.ts'
import type { Outcome } from './registerShown.ts'

/** One line that is always there: what came of the last act, or what one can do. Nothing below it ever moves. */
export function OutcomeLine({
  id,
  sessionId,
  outcome,
  typing,
  nobody,
}: {
  id: string
  sessionId: string
  outcome: Outcome | null
  typing: boolean
  nobody: boolean
}) {
  const words = useWords()
  const hint = words.say(nobody ? 'register.hintNobody' : typing ? 'register.hintTyping' : 'register.hintEmpty')
  return (
    <div className={`outcome ${outcome && !typing ? `outcome--${outcome.tone}` : ''}`}>
      <span className="grow">
        <span id={id} className={outcome && !typing ? 'out-of-sight' : undefined}>
          {hint}
        </span>
        {outcome && !typing && <span>{outcome.text}</span>}
      </span>
      {!typing && outcome?.retry && (
        <Button look="link" onClick={outcome.retry}>
          {words.say('common.tryAgain')}
        </Button>
      )}
      {!typing && outcome?.more && (
        <Button look="link" onClick={outcome.more.run}>
          {outcome.more.label}
        </Button>
      )}
      {!typing && outcome?.fillIn && outcome.personId && <FillIn place={{ at: 'newcomer', sessionId, personId: outcome.personId }} />}
    </div>
  )
}

function FillIn({ place }: { place: Place }) {
  const words = useWords()
  return (
    <Button look="link" onClick={() => go(place)}>
      {words.say('new.fillIn')}
    </Button>
  )
}
