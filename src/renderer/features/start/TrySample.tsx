import { useState } from 'react'
import type { JoinTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { usePhase } from '../../state/phase.ts'
import { roleSchema, type Role } from '../../../shared/records/colleague.ts'
import { Radios } from '../../ui/Choices.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { joinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const roles = roleSchema.options

/** Joins the sample team as one of three people. Its passphrase is shown afterwards, over the open app. */
export function TrySample({ server }: { server: string }) {
  const words = useWords()
  const worker = useWorker()
  const [busy, setBusy] = useState(false)
  const [as, setAs] = useState<Role>('facilitator')
  const [trouble, setTrouble] = useState<JoinTrouble | null>(null)
  const tryIt = async () => {
    setBusy(true)
    setTrouble(null)
    const result = await worker.trySample({ server, as })
    setBusy(false)
    if (result.ok) usePhase.setState({ samplePassphrase: result.value.passphrase })
    else setTrouble(result.reason)
  }
  return (
    <Card title={words.say('first.try')}>
      <div className="card__body">
        {trouble && (
          <Notice tone="danger" urgent>
            {joinTroubleInWords(trouble, words)}
          </Notice>
        )}
        <p>{words.say('first.tryText')}</p>
        <Radios
          legend={words.say('first.tryAs')}
          value={as}
          choices={roles.map((role) => ({ value: role, label: words.say(`first.tryAs.${role}`), hint: words.say(`first.tryAs.${role}Hint`) }))}
          onChoose={setAs}
        />
        <p className="notice__actions">
          <Button look="go" off={busy} onClick={() => void tryIt()}>
            {words.say(busy ? 'first.trying' : 'first.tryDo')}
          </Button>
        </p>
      </div>
    </Card>
  )
}
