import { useState } from 'react'
import type { KioskInput } from '../../shared/ipc/kiosk.ts'
import type { Parts } from './parts.ts'
import { useHeard } from './useHeard.ts'

type Told = KioskInput<'tell'>
const changes = ['better', 'same', 'harder'] as const
const wishes = ['asItIs', 'moreOften', 'otherTime', 'nearer', 'easier', 'somethingElse'] as const
const nothing: Told = { change: null, wishes: [], words: '' }

/** Two more taps for whoever told how today is, and words for whoever likes (story 33). It goes on by itself: a queue waits. */
export function AskScreen(parts: Parts) {
  const { client, say, done, go } = parts
  const [told, setTold] = useState<Told>(nothing)
  const [writing, setWriting] = useState(false)
  const tell = (more: Partial<Told>) => {
    const now = { ...told, ...more }
    setTold(now)
    void client.ask('tell', now).catch(() => undefined)
  }
  const send = async (words: string) => {
    const { saved, help } = await client.ask('tell', { ...told, words }).catch(() => ({ saved: false, help: [] }))
    if (help.length > 0) return go({ at: 'help', help }) // also where the disk is full: who to call comes first
    go(saved ? { at: 'thanks' } : { at: 'leader', word: 'notSaved' })
  }
  const toggled = (wish: Told['wishes'][number]) => (told.wishes.includes(wish) ? told.wishes.filter((one) => one !== wish) : [...told.wishes, wish])
  const tapped = told.change !== null || told.wishes.length > 0
  return (
    <div className="in">
      <h1 className="in__welcome" {...useHeard()}>
        {say('askTitle')}
      </h1>
      {writing ? (
        <OwnWords {...parts} onSend={(words) => void send(words)} />
      ) : (
        <>
          <Taps
            title={say('askChange')}
            all={changes}
            say={say}
            isOn={(one) => told.change === one}
            onTap={(one) => tell({ change: told.change === one ? null : one })}
          />
          <Taps
            title={say('wish')}
            all={wishes}
            say={say}
            isOn={(one) => told.wishes.includes(one)}
            onTap={(one) => tell({ wishes: toggled(one) })}
          />
          <div className="kiosk__buttons">
            <button type="button" className="kiosk__go in__done" onClick={tapped ? () => go({ at: 'thanks' }) : done}>
              {say(tapped ? 'done' : 'skip')}
            </button>
            <button type="button" className="kiosk__link" onClick={() => setWriting(true)}>
              {say('ownWords')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

/** A question that is answered by pressing; pressed again it is taken back. */
function Taps<One extends (typeof changes)[number] | (typeof wishes)[number]>({
  title,
  all,
  say,
  isOn,
  onTap,
}: {
  title: string
  all: readonly One[]
  say: Parts['say']
  isOn: (one: One) => boolean
  onTap: (one: One) => void
}) {
  return (
    <section className="in__part">
      <h2>{title}</h2>
      <div className="in__wishes">
        {all.map((one) => (
          <button key={one} type="button" className="in__wish" aria-pressed={isOn(one)} onClick={() => onTap(one)}>
            {isOn(one) && <span aria-hidden>✓ </span>}
            {say(one)}
          </button>
        ))}
      </div>
    </section>
  )
}

/** Words are sent once, by hand: what is typed and left goes nowhere. */
function OwnWords({ say, done, onSend }: Parts & { onSend: (words: string) => void }) {
  const [words, setWords] = useState('')
  return (
    <section className="in__part ask__words">
      <label htmlFor="kiosk-words">{say('ownWordsLabel')}</label>
      <p id="kiosk-words-hint" className="kiosk__hint">
        {say('ownWordsNote')}
      </p>
      <textarea
        id="kiosk-words"
        className="kiosk__field ask__field"
        rows={4}
        value={words}
        maxLength={500}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-describedby="kiosk-words-hint"
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="kiosk__buttons">
        <button type="button" className="kiosk__go" aria-disabled={words.trim() === ''} onClick={() => words.trim() !== '' && onSend(words.trim())}>
          {say('send')}
        </button>
        <button type="button" className="kiosk__link" onClick={done}>
          {say('skip')}
        </button>
      </div>
    </section>
  )
}
