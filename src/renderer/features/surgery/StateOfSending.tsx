import type { StatusView } from '../../workerLink/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Notice } from '../../ui/Notice.tsx'
import { whatToDoAbout, whyNotReached } from '../../words/sentences.ts'
import { busyInWords, statusInWords } from '../../words/statusInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'

const tones = { safe: 'good', waiting: 'needs', busy: 'plain', trouble: 'danger' } as const

/** The state of sending at length: what is safe, why it waits, and what to do. */
export function StateOfSending({ status }: { status: StatusView }) {
  const words = useWords()
  const now = useNow()
  const { mark, headline, details } = statusInWords(status, words, now)
  const waits = status.pending > 0 && !status.sending && status.notSaved === null
  const title = waits ? words.say('surgery.safe', { count: status.pending }) : headline
  const said = waits ? [whyWaiting(status, words, now), ...details.slice(2)] : details
  return (
    <div role="status">
      <Notice tone={tones[mark]} title={title}>
        {said.map((one) => (
          <p key={one}>{one}</p>
        ))}
        {mark === 'safe' && status.copied === null && <p>{words.say('surgery.allThereMore')}</p>}
        {!waits && status.trouble && <p>{whatToDoAbout(status.trouble.what, words)}</p>}
      </Notice>
    </div>
  )
}

function whyWaiting(status: StatusView, words: Words, now: string): string {
  if (!status.trouble) return words.say('surgery.soon')
  if (status.trouble.what === 'busy') return `${busyInWords(status, words, now)}. ${whatToDoAbout('busy', words)}`
  const why = whyNotReached(status.trouble.what, words)
  const time = words.moment(status.trouble.at, now)
  const reached = status.lastReached
    ? words.say('surgery.sinceTrouble', { time, why, when: words.momentToday(status.lastReached, now) })
    : words.say('surgery.neverTrouble', { time, why })
  return `${reached} ${whatToDoAbout(status.trouble.what, words)}`
}
