import { useState, type FormEvent } from 'react'
import type { JoinTrouble, UnlockTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { rejoinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** For a laptop that the server no longer knows: a new code brings it back with all it has. */
export function JoinAgain() {
  const words = useWords()
  const worker = useWorker()
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<JoinTrouble | UnlockTrouble | null>(null)
  const missing = (value: string) => (asked && !value.trim() ? words.say('first.missing') : null)
  const join = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setTrouble(null)
    if (!code.trim() || !passphrase || busy) return
    setBusy(true)
    const result = await worker.rejoin({ code: code.trim(), passphrase })
    setBusy(false)
    if (result.ok) say(words.say('rejoin.done'))
    else setTrouble(result.reason)
  }
  return (
    <Card title={words.say('rejoin.title')}>
      <form className="card__body" onSubmit={(event) => void join(event)} noValidate>
        {trouble && (
          <Notice tone="danger" urgent>
            {rejoinTroubleInWords(trouble, words)}
          </Notice>
        )}
        <p>{words.say('rejoin.text')}</p>
        <div className="field__pair">
          <TextField
            label={words.say('rejoin.code')}
            value={code}
            error={missing(code)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            onChange={(event) => setCode(event.target.value)}
          />
          <TextField
            label={words.say('rejoin.passphrase')}
            type="password"
            value={passphrase}
            error={missing(passphrase)}
            autoComplete="current-password"
            maxLength={1000}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </div>
        <Button type="submit" look="go" off={busy}>
          {words.say(busy ? 'rejoin.doing' : 'rejoin.do')}
        </Button>
      </form>
    </Card>
  )
}
