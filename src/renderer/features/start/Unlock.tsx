import './start.css'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Phase, UnlockTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { unlockTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Recover } from './Recover.tsx'

type Locked = Extract<Phase, { phase: 'locked' }>

/** Opens the laptop with its passphrase, with no network. A wrong one costs a growing wait and never more. */
export function Unlock({ phase }: { phase: Locked }) {
  const words = useWords()
  const [forgotten, setForgotten] = useState(false)
  if (forgotten) return <Recover onBack={() => setForgotten(false)} />
  return (
    <main className="alone">
      <Page className="narrow" title={words.say('unlock.title')} under={words.say('unlock.under')}>
        {phase.sample && (
          <Notice title={words.say('unlock.sample')}>
            <span className="passphrase">{phase.sample}</span>
          </Notice>
        )}
        <Card className="card--main">
          <Passphrase phase={phase} />
        </Card>
        <p>
          <Button look="link" onClick={() => setForgotten(true)}>
            {words.say('unlock.forgot')}
          </Button>
        </p>
        <p className="soft small">{words.say('unlock.safe')}</p>
      </Page>
    </main>
  )
}

function Passphrase({ phase }: { phase: Locked }) {
  const words = useWords()
  const worker = useWorker()
  const field = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [trouble, setTrouble] = useState<UnlockTrouble | null>(null)
  const [busy, setBusy] = useState(false)
  const seconds = useCountdown(phase.waitMs)
  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || seconds > 0 || !passphrase) return field.current?.focus()
    setBusy(true)
    const result = await worker.unlock(passphrase)
    setBusy(false)
    if (result.ok) return
    setTrouble(result.reason)
    field.current?.focus()
    field.current?.select()
  }
  return (
    <form className="card__body" onSubmit={(event) => void unlock(event)} noValidate>
      <TextField
        ref={field}
        label={words.say('unlock.label')}
        type="password"
        autoFocus
        autoComplete="current-password"
        value={passphrase}
        error={trouble && unlockTroubleInWords(trouble, words)}
        maxLength={1000}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <div className="chips">
        <Button type="submit" look="go" off={busy || seconds > 0} keyLabel="Enter">
          {words.say(busy ? 'unlock.doing' : 'unlock.do')}
        </Button>
        <span role="status">{seconds > 0 ? words.say('unlock.waiting', { seconds }) : ''}</span>
      </div>
    </form>
  )
}

/** Whole seconds left of a wait that the worker has told. */
function useCountdown(waitMs: number): number {
  const [end, setEnd] = useState(0)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setEnd(Date.now() + waitMs)
    setNow(Date.now())
    if (waitMs <= 0) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    const stop = setTimeout(() => clearInterval(timer), waitMs + 500)
    return () => {
      clearInterval(timer)
      clearTimeout(stop)
    }
  }, [waitMs])
  return Math.max(0, Math.ceil((end - now) / 1000))
}
