import { useEffect } from 'react'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'

/** Above everything: the browser has cleared what Gather kept while it was open. What is not sent is in this window alone. */
export function ClearedBar() {
  const words = useWords()
  const worker = useWorker()
  const status = useView('status', null)
  const cleared = status?.notSaved === 'cleared'
  const count = status?.pending ?? 0
  useEffect(() => {
    if (!cleared || count === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault() // a tab closed by habit would take it along
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [cleared, count])
  if (!cleared) return null
  const actions =
    count > 0 ? (
      <Button look="go" onClick={() => void worker.sendNow()}>
        {words.say('surgery.sendNow')}
      </Button>
    ) : (
      <Button look="go" onClick={() => window.location.reload()}>
        {words.say('error.again')}
      </Button>
    )
  return (
    <div className="alarms">
      <Notice tone="danger" urgent title={words.say('cleared.title')} actions={actions}>
        <p>{words.say('cleared.text')}</p>
        <p>{words.say(count > 0 ? 'cleared.waiting' : 'cleared.sent', { count })}</p>
      </Notice>
    </div>
  )
}
