import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { KioskFound } from '../../shared/ipc/kiosk.ts'
import { endsWithTab } from './endsWithTab.ts'
import { cardLetters } from '../../shared/rules/cards.ts'
import { readCodes } from './camera.ts'
import type { Parts } from './parts.ts'

/** Signing in with a card (story 40): camera, scanner, or its first six letters. The name is shown before anything is written. */
export function CardScreen({ client, say, again, go }: Parts) {
  const video = useRef<HTMLVideoElement>(null)
  const [camera, setCamera] = useState<'asking' | 'on' | 'none'>('asking')
  const [text, setText] = useState('')
  const busy = useRef(false)
  const scan = async (code: string) => {
    if (busy.current || !cardLetters.test(code)) return
    busy.current = true
    const found = await client.ask('scan', { code: code.slice(0, 100) }).catch((): KioskFound => ({ found: 'noCard' }))
    go({ at: 'name', found })
  }
  const scanning = useRef(scan)
  scanning.current = scan
  useEffect(() => {
    let stop = () => {}
    let gone = false
    const started = video.current ? readCodes(video.current, (code) => void scanning.current(code)) : Promise.reject(new Error('no video'))
    started.then(
      (end) => {
        stop = end
        if (gone) return stop()
        setCamera('on')
      },
      () => setCamera('none'),
    )
    return () => {
      gone = true
      stop()
    }
  }, [])
  const enter = (event: SyntheticEvent) => {
    event.preventDefault()
    void scan(text)
  }
  return (
    <div className="card-step">
      <h1>{say(camera === 'none' ? 'cardLabel' : 'cardTitle')}</h1>
      <video ref={video} className={camera === 'on' ? 'card-step__video' : 'out-of-sight'} muted playsInline aria-hidden />
      <form onSubmit={enter} autoComplete="off">
        <label className="kiosk__hint" htmlFor="kiosk-card">
          {say(camera === 'none' ? 'noCamera' : 'cardHint')}
        </label>
        <input
          id="kiosk-card"
          className="kiosk__field"
          aria-label={say('cardLabel')}
          value={text}
          maxLength={20}
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => endsWithTab(event, text) && enter(event)}
        />
        <div className="kiosk__buttons">
          <button type="submit" className="kiosk__go">
            {say('next')}
          </button>
          <button type="button" className="kiosk__link" onClick={again}>
            {say('back')}
          </button>
        </div>
      </form>
    </div>
  )
}
