import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { NamedPerson } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** Who of those not seen has gone home. */
export function LeftEarly({ sessionId, missing, onClose }: { sessionId: string; missing: readonly NamedPerson[]; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const register = useView('register', { sessionId })
  const [error, setError] = useState<string | null>(null)
  const leave = async (personId: string, name: string) => {
    const row = register?.here.find((one) => one.personId === personId)
    if (!row) return onClose()
    const result = await worker.run('leaveEarly', { signInIds: row.signInIds })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    say(words.say('register.leftNow', { name, time: words.clock(present()) }))
    onClose()
  }
  return (
    <Dialog title={words.say('count.leftEarlyTitle')} closeLabel={words.say('common.cancel')} onClose={onClose}>
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      <ul className="left-early">
        {missing.map((one) => (
          <li key={one.personId}>
            <Button onClick={() => void leave(one.personId, fullName(one, words))}>
              {words.say('count.leftEarly', { name: fullName(one, words) })}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
