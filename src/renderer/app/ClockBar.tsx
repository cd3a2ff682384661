import { useView } from '../workerLink/useView.ts'
import type { StatusView } from '../workerLink/views.ts'
import { useNow } from '../state/useNow.ts'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'

const dayMinutes = 24 * 60

/** Above everything: this laptop's clock is so wrong that the day is wrong, so that nobody looks for sessions that are there. */
export function ClockBar() {
  const words = useWords()
  const now = useNow()
  const status = useView('status', null)
  const wrong = status ? wrongBy(status, now) : null
  if (!wrong) return null
  const says = (at: string) => words.say('clock.moment', { day: words.fullDate(words.dateOf(at)), time: words.clock(at) })
  return (
    <div className="alarms">
      <Notice tone="danger" urgent title={words.say('clock.title')}>
        {words.say(wrong.what, { says: says(now), last: says(wrong.last) })} {words.say('clock.do')}
      </Notice>
    </div>
  )
}

function wrongBy({ clockBehind, clockOffMinutes }: StatusView, now: string): { what: 'clock.behind' | 'clock.off'; last: string } | null {
  if (clockBehind) return { what: 'clock.behind', last: clockBehind }
  if (clockOffMinutes === null || Math.abs(clockOffMinutes) < dayMinutes) return null
  return { what: 'clock.off', last: new Date(Date.parse(now) - clockOffMinutes * 60_000).toISOString() }
}
