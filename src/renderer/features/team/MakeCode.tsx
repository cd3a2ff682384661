import { useEffect, useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { WorkerCalls } from '../../workerLink/contract.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { joinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

type Answer = Awaited<ReturnType<WorkerCalls['makeCode']>>

/** Asks the server for a code that joins one laptop to the team. */
export function MakeCode({ colleagueId, name, onClose }: { colleagueId: string; name: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [asks, setAsks] = useState(0)
  useEffect(() => {
    let there = true
    setAnswer(null)
    void worker.makeCode({ colleagueId }).then((given) => there && setAnswer(given))
    return () => {
      there = false
    }
  }, [worker, colleagueId, asks])
  return (
    <Dialog title={words.say('team.codeTitle', { name })} closeLabel={words.say('common.close')} onClose={onClose}>
      {!answer && <p role="status">{words.say('team.codeAsking')}</p>}
      {answer?.ok && (
        <div role="status">
          <p className="passphrase">{answer.value.code}</p>
          <p>{words.say('team.codeText', { when: words.momentToday(answer.value.expiresAt, now) })}</p>
        </div>
      )}
      {answer && !answer.ok && (
        <Notice tone="danger" urgent actions={<Button onClick={() => setAsks(asks + 1)}>{words.say('team.codeAgain')}</Button>}>
          {joinTroubleInWords(answer.reason, words)}
        </Notice>
      )}
    </Dialog>
  )
}
