import { useState, type FormEvent } from 'react'
import type { KioskFound } from '../../shared/ipc/kiosk.ts'
import type { KioskWord } from './words/en.ts'
import type { Say } from './words/index.ts'

type One = Extract<KioskFound, { found: 'one' }>

const sentences: Record<'more' | 'none' | 'wait' | 'oldCard' | 'noCard', KioskWord> = {
  more: 'more',
  none: 'none',
  wait: 'wait',
  oldCard: 'oldCard',
  noCard: 'noCard',
}

/** What the letters led to: one name to say yes to, a second question, or what to do next. */
export function FoundCard({
  found,
  say,
  leader,
  onYes,
  onNo,
  onAsk,
  onDay,
}: {
  found: KioskFound
  say: Say
  leader: string | null
  onYes: (one: One) => void
  onNo: () => void
  onAsk: () => void
  onDay: (ticket: string, day: number) => void
}) {
  if (found.found === 'one') {
    return (
      <div className="found found--one">
        <p>{say('isThisYou')}</p>
        <p className="found__name">
          <bdi>{found.name}</bdi>
        </p>
        <button type="button" className="kiosk__go" onClick={() => onYes(found)}>
          {say('yes')}
        </button>
        <button type="button" className="kiosk__link" onClick={onNo}>
          {say('no')}
        </button>
      </div>
    )
  }
  if (found.found === 'ask') return <Day say={say} onDay={(day) => onDay(found.ticket, day)} onNo={onNo} />
  const asks = found.found === 'none'
  return (
    <div className="found">
      <p className="found__say">{say(sentences[found.found], { leader })}</p>
      {asks && <p className="kiosk__hint">{say('otherGroup')}</p>}
      {asks && (
        <button type="button" className="kiosk__go" onClick={onAsk}>
          {say('askFor', { leader })}
        </button>
      )}
      {found.found !== 'more' && found.found !== 'wait' && (
        <button type="button" className="kiosk__link" onClick={onNo}>
          {say('startAgain')}
        </button>
      )}
    </div>
  )
}

/** Two are drawn alike, or somebody is not of this group: the day of the month says who it is, and tells nobody else anything. */
function Day({ say, onDay, onNo }: { say: Say; onDay: (day: number) => void; onNo: () => void }) {
  const [text, setText] = useState('')
  const day = Number(text)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (Number.isInteger(day) && day >= 1 && day <= 31) onDay(day)
  }
  return (
    <form className="found" onSubmit={send} autoComplete="off">
      <label className="found__say" htmlFor="kiosk-day">
        {say('askDay')}
      </label>
      <p id="kiosk-day-hint" className="kiosk__hint">
        {say('askDayHint')}
      </p>
      <input
        id="kiosk-day"
        className="kiosk__field found__day"
        inputMode="numeric"
        value={text}
        maxLength={2}
        autoFocus
        autoComplete="off"
        aria-describedby="kiosk-day-hint"
        dir="ltr"
        onChange={(event) => setText(event.target.value.replace(/\D/g, ''))}
      />
      <button type="submit" className="kiosk__go">
        {say('next')}
      </button>
      <button type="button" className="kiosk__link" onClick={onNo}>
        {say('startAgain')}
      </button>
    </form>
  )
}
