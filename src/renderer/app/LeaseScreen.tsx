import type { StatusView } from '../workerLink/views.ts'
import { useWorker } from '../workerLink/link.ts'
import { useActions, type Action } from '../state/actions.ts'
import { go } from '../state/place.ts'
import { ruleOf, type Place } from '../state/places.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { leaseInWords } from '../words/statusInWords.ts'
import { useWords } from '../words/useWords.ts'

/** Whether a place shows why it waits, in place of itself. */
export function waitsAt(place: Place, lease: StatusView['lease'] | undefined): boolean {
  return lease?.state === 'over' && ruleOf(place.at).waitsForLease === true
}

/** In place of a screen that waits: why, what to do, and the way to the registers. */
export function LeaseScreen({ lease }: { lease: NonNullable<StatusView['lease']> }) {
  const words = useWords()
  const worker = useWorker()
  const send: Action = { id: 'lease.send', label: words.say('surgery.sendNow'), key: 'Ctrl+Enter', run: () => void worker.sendNow() }
  useActions([send])
  return (
    <Page title={words.say('lease.title')} under={words.say('lease.under')}>
      <Notice
        tone="needs"
        title={leaseInWords(lease, words)}
        actions={
          <>
            <ActionButton action={send} look="go" />
            <Button onClick={() => go({ at: 'today' })}>{words.say('lease.toToday')}</Button>
          </>
        }
      >
        {words.say(lease.takenOff ? 'lease.takenOffText' : 'lease.text')}
      </Notice>
    </Page>
  )
}
