import './start.css'
import { useEffect, useState, type FormEvent } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { JoinTrouble } from '../../workerLink/contract.ts'
import { askToKeep } from '../../host/askToKeep.ts'
import { usePhase } from '../../state/phase.ts'
import { useSetUp } from '../../state/setUp.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { joinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { NewPassphrase, passphraseError } from './NewPassphrase.tsx'
import { TrySample } from './TrySample.tsx'

interface Joining {
  server: string
  code: string
  deviceName: string
  passphrase: string
  again: string
}

/** A laptop that belongs to no team: join one, or look round with invented people. @param emptied the team had asked for it */
export function FirstRun({ emptied }: { emptied: boolean }) {
  const words = useWords()
  const about = usePhase((state) => state.about)
  useEffect(() => useSetUp.getState().putAway(false), []) // hidden for the team that was here before
  const offersSample = about?.sample === true && about.localServer !== null
  return (
    <main className="alone">
      <Page className={offersSample ? '' : 'narrow'} title={words.say('first.title')} under={words.say('first.under')}>
        {emptied && (
          <Notice tone="needs" title={words.say('first.emptied')} urgent>
            {words.say('first.emptiedDo')}
          </Notice>
        )}
        <div className={offersSample ? 'columns' : ''}>
          <Join localServer={about?.localServer ?? ''} primary={!offersSample} />
          {offersSample && <TrySample server={about.localServer ?? ''} />}
        </div>
      </Page>
    </main>
  )
}

function Join({ localServer, primary }: { localServer: string; primary: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const [joining, setJoining] = useState<Joining>({ server: localServer, code: '', deviceName: '', passphrase: '', again: '' })
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<JoinTrouble | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (more: Partial<Joining>) => setJoining({ ...joining, ...more })
  const missing = (value: string) => (asked && !value.trim() ? words.say('first.missing') : null)
  const passError = passphraseError(joining.passphrase, joining.again, words)
  const fields = (['server', 'code', 'deviceName'] as const).filter((field) => !joining[field].trim())
  const join = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setTrouble(null)
    if (fields.length > 0 || passError || busy) return
    setBusy(true)
    void askToKeep()
    const { server, code, deviceName, passphrase } = joining
    const result = await worker.join({ server: server.trim(), code: code.trim(), deviceName: deviceName.trim(), passphrase })
    setBusy(false)
    if (!result.ok) setTrouble(result.reason)
  }
  const errors = asked
    ? fields.map((field) => ({
        field: `join-${field}`,
        text: words.say('first.fillIn', { label: words.say(`first.${field === 'deviceName' ? 'device' : field}`) }),
      }))
    : []
  const all = asked && passError ? [...errors, { field: 'new-passphrase', text: passError }] : errors
  return (
    <Card title={words.say('first.join')}>
      <form className="card__body" onSubmit={(event) => void join(event)} noValidate>
        <ErrorSummary title={words.say('first.errors')} errors={all} />
        {trouble && (
          <Notice tone="danger" urgent>
            {joinTroubleInWords(trouble, words)}
          </Notice>
        )}
        <TextField
          id="join-server"
          label={words.say('first.server')}
          hint={words.say('first.serverHint')}
          value={joining.server}
          error={missing(joining.server)}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ server: event.target.value })}
        />
        <div className="field__pair">
          <TextField
            id="join-code"
            label={words.say('first.code')}
            hint={words.say('first.codeHint')}
            value={joining.code}
            error={missing(joining.code)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            onChange={(event) => set({ code: event.target.value })}
          />
          <TextField
            id="join-deviceName"
            label={words.say('first.device')}
            hint={words.say('first.deviceHint')}
            value={joining.deviceName}
            error={missing(joining.deviceName)}
            autoComplete="off"
            maxLength={100}
            onChange={(event) => set({ deviceName: event.target.value })}
          />
        </div>
        <NewPassphrase
          passphrase={joining.passphrase}
          again={joining.again}
          asked={asked}
          onPassphrase={(passphrase) => set({ passphrase })}
          onAgain={(again) => set({ again })}
        />
        <Button type="submit" look={primary ? 'go' : 'plain'} off={busy}>
          {words.say(busy ? 'first.doing' : 'first.do')}
        </Button>
        <p className="soft small start__note">{words.say('first.network')}</p>
      </form>
    </Card>
  )
}
