import './cafe.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { HereRow, RegisterView } from '../../workerLink/views.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Absent } from '../../parts/Absent.tsx'
import { HowSure } from '../../parts/HowSure.tsx'
import { TellVoice } from '../../parts/TellVoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { CafeFacts } from './CafeFacts.tsx'
import { CafeOnly } from './CafeOnly.tsx'

/** The second part of a session, over warm drinks: the same register, perhaps another place (story 9). */
export function CafeScreen({ sessionId }: { sessionId: string }) {
  const register = useView('register', { sessionId })
  if (!register?.cafe) return <Absent answer={register && null} what="register" />
  return <Cafe register={register} cafe={register.cafe} />
}

function Cafe({ register, cafe }: { register: RegisterView; cafe: NonNullable<RegisterView['cafe']> }) {
  const words = useWords()
  const here = register.here.filter((row) => !row.left)
  return (
    <Page
      className="strong"
      title={words.say('cafe.title')}
      under={words.say('cafe.under', { group: register.group, count: here.length })}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('count.back')}
        </Button>
      }
    >
      <div className="columns columns--even">
        <div className="column">
          <CafeFacts register={register} cafe={cafe} key={`${cafe.venueId}/${cafe.drinks}/${cafe.quizTheme}`} />
          <CafeOnly register={register} />
          <HowWasIt register={register} />
          {register.here.length > 0 && <AskHowSure register={register} />}
        </div>
        <Card title={words.say('cafe.who')}>
          {here.length === 0 && <Empty title={words.say('cafe.nobody')} />}
          {here.length > 0 && <p className="soft small cafe__hint">{words.say('cafe.whoHint')}</p>}
          <ul className="rows here" aria-label={words.say('cafe.who')}>
            {here.map((row) => (
              <Drinker key={row.personId} row={row} />
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  )
}

/** Three short questions over the drinks, written down with no name (story 33). */
function HowWasIt({ register: { which } }: { register: RegisterView }) {
  const words = useWords()
  const [telling, setTelling] = useState(false)
  const where = { groupId: which.groupId, session: which, on: which.date, said: 'cafe' as const }
  return (
    <Card title={words.say('voice.cafe')}>
      <div className="card__body">
        <p className="soft small">{words.say('voice.cafeMore')}</p>
        <Button onClick={() => setTelling(true)}>{words.say('voices.tell')}</Button>
      </div>
      {telling && <TellVoice where={where} onClose={() => setTelling(false)} />}
    </Card>
  )
}

/** The question of their plan, asked over the drinks: who answered, and a number. */
function AskHowSure({ register }: { register: RegisterView }) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <Card title={words.say('howSure.card')}>
      <div className="card__body">
        <p className="soft small">{words.say('howSure.cardMore')}</p>
        <Button onClick={() => setAsking(true)}>{words.say('howSure.open')}</Button>
      </div>
      {asking && <HowSure register={register} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Drinker({ row }: { row: HereRow }) {
  const words = useWords()
  const worker = useWorker()
  const goneHome = async () => {
    const result = await worker.run('leaveEarly', { signInIds: row.signInIds })
    say(result.ok ? words.say('cafe.wentHomeNamed', { name: row.name }) : reasonInWords(result.reason, words))
  }
  return (
    <li className="here__row">
      <Tick state="here" />
      <span className="here__who">
        <span className="row__name">{row.name}</span>
        {row.cafeOnly && <Chip>{words.say('register.cafeOnly')}</Chip>}
      </span>
      <button type="button" className="link" aria-label={words.say('cafe.wentHomeNamed', { name: row.name })} onClick={() => void goneHome()}>
        {words.say('cafe.wentHome')}
      </button>
    </li>
  )
}
