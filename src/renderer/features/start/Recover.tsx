import { useState, type FormEvent } from 'react'
import type { JoinTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { joinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { NewPassphrase, passphraseError } from './NewPassphrase.tsx'

/** A new passphrase with a new code from the lead. Nothing on the laptop is lost. */
export function Recover({ onBack }: { onBack: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<JoinTrouble | null>(null)
  const recover = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setTrouble(null)
    if (!code.trim() || passphraseError(passphrase, again, words) || busy) return
    setBusy(true)
    const result = await worker.recover({ code: code.trim(), passphrase })
    setBusy(false)
    if (!result.ok) setTrouble(result.reason)
  }
  return (
    <main className="alone">
      <Page className="narrow" title={words.say('recover.title')} under={words.say('recover.under')}>
        <Card>
          <form className="card__body" onSubmit={(event) => void recover(event)} noValidate>
            {trouble && (
              <Notice tone="danger" urgent>
                {joinTroubleInWords(trouble, words)}
              </Notice>
            )}
            <TextField
              label={words.say('recover.code')}
              value={code}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              className="field--short"
              error={asked && !code.trim() ? words.say('first.missing') : null}
              onChange={(event) => setCode(event.target.value)}
            />
            <NewPassphrase passphrase={passphrase} again={again} asked={asked} onPassphrase={setPassphrase} onAgain={setAgain} />
            <div className="chips">
              <Button type="submit" look="go" off={busy}>
                {words.say('recover.do')}
              </Button>
              <Button look="link" onClick={onBack}>
                {words.say('recover.back')}
              </Button>
            </div>
          </form>
        </Card>
      </Page>
    </main>
  )
}
