import type { SetUpStep } from '../../../shared/rules/setUp.ts'
import type { SetUpView } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import type { Place } from '../../state/places.ts'
import { useSetUp } from '../../state/setUp.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useWords } from '../../words/useWords.ts'

/** Where each is done. A backup is made at the server, by whoever looks after it: no screen leads there. */
const places: Record<SetUpStep, Place | null> = {
  numbers: { at: 'team' },
  place: { at: 'groups' },
  group: { at: 'groups' },
  members: { at: 'groups' },
  laptop: { at: 'team' },
  backup: null,
}

/** What a new team has to do, in order, until all of it is done or somebody puts the list away. */
export function SetUp({ setUp }: { setUp: SetUpView }) {
  const words = useWords()
  const done = setUp.steps.filter((one) => one.done).length
  const next = setUp.steps.find((one) => !one.done)?.step
  return (
    <Card
      title={words.say('setUp.title')}
      aside={words.say('setUp.aside', { done, of: setUp.steps.length })}
      foot={
        <Button look="link" onClick={() => useSetUp.getState().putAway(true)}>
          {words.say('setUp.away')}
        </Button>
      }
    >
      <ol className="rows" aria-label={words.say('setUp.title')}>
        {setUp.steps.map((one) => (
          <Step key={one.step} {...one} next={one.step === next} />
        ))}
      </ol>
    </Card>
  )
}

function Step({ step, done, next }: { step: SetUpStep; done: boolean; next: boolean }) {
  const words = useWords()
  const what = words.say(`setUp.${step}`)
  const place = places[step]
  return (
    <li aria-current={next ? 'step' : undefined}>
      <Tick state={done ? 'here' : 'none'} />
      <span className="grow">
        <span className="row__name">{what}</span> <span className="out-of-sight">{words.say(done ? 'setUp.done' : 'setUp.notDone')}</span>
        {!done && <span className="soft small needs__more">{words.say(`setUp.${step}More`)}</span>}
      </span>
      {!done && place && (
        <Button look={next ? 'go' : 'link'} className="setUp__do" about={what} onClick={() => go(place)}>
          {words.say('setUp.do')}
        </Button>
      )}
    </li>
  )
}
