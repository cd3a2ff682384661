import './health.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { HealthView } from '../../workerLink/doorViews.ts'
import { useDrafts } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { outcomes, questionTexts } from '../../words/healthInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { HealthQuestions } from './HealthQuestions.tsx'

/** The health questions, in full the first time; after that "anything changed?" with one press for no (story 7). */
export function HealthScreen({ sessionId, personId }: { sessionId: string; personId: string }) {
  const words = useWords()
  const health = useView('health', { sessionId, personId })
  if (!health) return <Absent answer={health} what="newcomer" />
  return (
    <Page
      className="strong"
      title={words.say('health.title')}
      under={words.say('health.under', { name: health.name, group: health.group })}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('common.back')}
        </Button>
      }
    >
      <Health health={health} />
    </Page>
  )
}

function Health({ health }: { health: HealthView }) {
  const key = formKey('health', { sessionId: health.sessionId, personId: health.personId })
  const begun = useDrafts((state) => state.drafts[key] !== undefined)
  const [again, setAgain] = useState(false)
  const holds = health.state === 'ask' || health.state === 'today'
  if (holds && !again && !begun) return <Changed health={health} onAgain={() => setAgain(true)} />
  return <HealthQuestions health={health} again={holds} />
}

/** What was said last time, and whether it still is so. */
function Changed({ health, onAgain }: { health: HealthView; onAgain: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  const [error, setError] = useState<string | null>(null)
  const { last, name } = health
  if (!last) return null
  const yes = health.questions.filter((question) => last.answers[question])
  const no = async () => {
    const result = await worker.run('nothingChangedHealth', { personId: health.personId, session: health.which })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    say(words.say('health.unchangedDone', { name }))
    goBack()
  }
  const outcome = words.say(outcomes[last.outcome])
  const today = health.state === 'today'
  return (
    <Card
      title={today ? words.say('health.answeredToday', { outcome }) : words.say('health.last', { when: words.momentToday(last.at, now), outcome })}
      className="narrow"
    >
      <div className="card__body health__last">
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        {yes.length === 0 && last.outcome !== 'declined' && <p>{words.say('health.lastNo')}</p>}
        {yes.length > 0 && <p>{words.say('health.lastYes')}</p>}
        {yes.length > 0 && (
          <ul className="health__yes">
            {yes.map((one) => (
              <li key={one}>{words.say(questionTexts[one])}</li>
            ))}
          </ul>
        )}
        {last.words && <p>{words.say('health.lastWords', { words: last.words })}</p>}
        {!today && <h3 className="health__ask">{words.say('health.changed')}</h3>}
        <div className="notice__actions">
          {!today && (
            <Button look="go" autoFocus keyLabel={words.say('key.Enter')} onClick={() => void no()}>
              {words.say('health.no')}
            </Button>
          )}
          <Button onClick={onAgain}>{words.say(today ? 'health.answerAgain' : 'health.yesAsk')}</Button>
        </div>
      </div>
    </Card>
  )
}
