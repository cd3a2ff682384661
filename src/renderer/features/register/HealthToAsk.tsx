import { useState } from 'react'
import type { HealthOf, MustKnowView } from '../../workerLink/doorViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { afterDrawing } from '../../ui/afterDrawing.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { printedKey } from '../../ui/printedKey.ts'
import { Tick } from '../../ui/Tick.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/**
 * How many of those who are here are still to be asked about their health, and by one press who. Nobody waits for it: on every
 * row it would drown what one must know of a few.
 */
export function HealthToAsk({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const know = useView('mustKnow', { sessionId })
  const [asking, setAsking] = useState<readonly HealthOf[] | null>(null)
  const toAsk = know?.health.filter((one) => one.state !== 'today') ?? []
  const action: Action = {
    id: 'register.health',
    label: words.say('health.toAsk', { count: toAsk.length }),
    key: 'Alt+H',
    when: toAsk.length > 0,
    run: () => setAsking(toAsk),
  }
  useActions([action])
  const ask = (personId: string) => {
    setAsking(null)
    void afterDrawing().then(() => go({ at: 'health', sessionId, personId })) // the dialog gives the focus back first, or it would take it from the questions
  }
  return (
    <>
      {toAsk.length > 0 && (
        <button type="button" className="chip-button" onClick={action.run}>
          <Chip tone="needs">{action.label}</Chip>{' '}
          <kbd className="key" aria-hidden="true">
            {printedKey('Alt+H')}
          </kbd>
        </button>
      )}
      {know && asking && (
        <Dialog title={words.say('health.title')} closeLabel={words.say('common.close')} onClose={() => setAsking(null)}>
          <p>{words.say('health.toAskMore')}</p>
          <ul className="rows" aria-label={words.say('health.title')}>
            {asking.map((one) => (
              <Ask key={one.personId} person={know.health.find(({ personId }) => personId === one.personId) ?? one} know={know} onAsk={ask} />
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

/** The questions, or whether anything has changed: no is one press, yes opens the questions. Ctrl+Z undoes a wrong no. Who was asked keeps the place. */
function Ask({ person, know, onAsk }: { person: HealthOf; know: MustKnowView; onAsk: (personId: string) => void }) {
  const words = useWords()
  const worker = useWorker()
  const { personId, state } = person
  const name = fullName(person, words)
  const no = async () => {
    const result = await worker.run('nothingChangedHealth', { personId, session: know.which })
    say(result.ok ? words.say('health.unchangedDone', { name }) : reasonInWords(result.reason, words))
  }
  return (
    <li>
      <Tick state={state === 'today' ? 'here' : 'none'} />
      <span className="row__name grow">{name}</span>
      {state === 'today' && <span className="soft small">{words.say('health.asked')}</span>}
      {state === 'ask' && <span className="soft small">{words.say('health.changed')}</span>}
      {state === 'ask' && (
        <Button aria-label={words.say('health.noNamed', { name })} onClick={() => void no()}>
          {words.say('health.noShort')}
        </Button>
      )}
      {state === 'ask' && (
        <Button aria-label={words.say('health.yesNamed', { name })} onClick={() => onAsk(personId)}>
          {words.say('health.yes')}
        </Button>
      )}
      {state !== 'ask' && state !== 'today' && (
        <Button about={name} onClick={() => onAsk(personId)}>
          {words.say('health.askDo')}
        </Button>
      )}
    </li>
  )
}
