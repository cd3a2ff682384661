import { useEffect, useRef } from 'react'
import { Card } from '../../ui/Card.tsx'
import { focusInView } from '../../ui/focusInView.ts'
import { useWords } from '../../words/useWords.ts'

/** More heads than any group has; the command has its own limit. */
const most = 2000

/** The number, large: typed, or moved by one. */
export function Counted({ number, onNumber }: { number: number | null; onNumber: (number: number | null) => void }) {
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => focusInView(field.current), [])
  const step = (by: number) => onNumber(Math.min(most, Math.max(0, (number ?? 0) + by)))
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 4)
    onNumber(digits === '' ? null : Math.min(most, Number(digits)))
  }
  return (
    <Card>
      <div className="counted">
        <button type="button" className="button counted__step" aria-label={words.say('count.fewer')} onClick={() => step(-1)}>
          −
        </button>
        <input
          ref={field}
          className="counted__number"
          inputMode="numeric"
          autoComplete="off"
          aria-label={words.say('count.label')}
          aria-describedby="count-hint"
          value={number ?? ''}
          placeholder="–"
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button counted__step" aria-label={words.say('count.more')} onClick={() => step(1)}>
          +
        </button>
        <p className="grow">
          <span className="counted__label">{words.say('count.label')}</span>
          <span className="soft" id="count-hint">
            {words.say('count.hint')}
          </span>
        </p>
      </div>
    </Card>
  )
}
