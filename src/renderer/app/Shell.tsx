import { useEffect, useRef, useState } from 'react'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import { useActions, type Action } from '../state/actions.ts'
import { seesCases } from '../../shared/rules/policies.ts'
import { flushDrafts, forgetCaseDrafts } from '../state/drafts.ts'
import { go, goBack, usePlace } from '../state/place.ts'
import { isFor, writePlace } from '../state/places.ts'
import { say } from '../state/said.ts'
import { undoneInWords } from '../words/actInWords.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'
import { SamplePassphrase } from '../features/start/SamplePassphrase.tsx'
import { Agreement } from './Agreement.tsx'
import { AlarmBar } from './AlarmBar.tsx'
import { ClockBar } from './ClockBar.tsx'
import { ClearedBar } from './ClearedBar.tsx'
import { GoTo } from './GoTo.tsx'
import { LeaseScreen, waitsAt } from './LeaseScreen.tsx'
import { KeysSheet } from './KeysSheet.tsx'
import { Rail } from './Rail.tsx'
import { Screen } from './Screen.tsx'

/** The open app: rail, the screen of the place, and what can be done everywhere. */
export function Shell() {
  const words = useWords()
  const worker = useWorker()
  const [over, setOver] = useState<'keys' | 'goTo' | null>(null)
  const lock = () => {
    flushDrafts()
    void worker.lock()
  }
  const partner = useView('me', null)?.partner
  const waits = Boolean(partner && !partner.agreedOn) // nobody is found before they have agreed
  const place = usePlace((state) => state.place)
  const worry = () => go({ at: 'concern', sessionId: 'sessionId' in place ? place.sessionId : null, addsTo: null })
  const undo = async () => {
    const result = await worker.undoLast()
    if (!result.ok) say(reasonInWords(result.reason, words))
    else say('nothing' in result.value ? words.say('undo.nothing') : undoneInWords(result.value, words))
  }
  const actions: Action[] = [
    { id: 'app.keys', label: words.say('do.keys'), key: 'F1', run: () => setOver('keys') },
    { id: 'app.goTo', label: words.say('do.goTo'), key: 'Ctrl+K', when: !waits, run: () => setOver('goTo') },
    { id: 'app.undo', label: words.say('do.undo'), key: 'Ctrl+Z', run: () => void undo() },
    { id: 'app.concern', label: words.say('concern.do'), key: 'F6', when: place.at !== 'concern', run: worry },
    { id: 'app.lock', label: words.say('do.lock'), key: 'Ctrl+L', run: lock },
  ]
  useActions(actions, true)
  return (
    <div className="frame">
      <a className="skip button" href="#work">
        {words.say('app.skip')}
      </a>
      <Rail onLock={lock} onKeys={() => setOver('keys')} onWorry={worry} />
      <Work />
      {over === 'keys' && <KeysSheet onClose={() => setOver(null)} />}
      {over === 'goTo' && <GoTo onClose={() => setOver(null)} />}
      <SamplePassphrase />
    </div>
  )
}

/** The top of the page; at four times the text the rail alone fills the window, and what one came for, or is to type into, lies below it. */
function bringIntoView(main: HTMLElement | null): void {
  window.scrollTo(0, 0)
  if (main && main.getBoundingClientRect().top > window.innerHeight / 2) main.scrollIntoView()
  const field = document.activeElement
  if (field !== main && main?.contains(field)) field?.scrollIntoView({ block: 'nearest' })
}

/** The part that changes with the place. It tells the worker where one is and takes the focus when one has gone there. */
function Work() {
  const words = useWords()
  const worker = useWorker()
  const place = usePlace((state) => state.place)
  const lease = useView('status', null)?.lease
  const me = useView('me', null)
  const partner = me?.partner
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const written = writePlace(place)
  const role = me?.role
  const theirs = isFor(place, role)
  useEffect(() => {
    if (role && !theirs) usePlace.getState().startAt({ at: 'today' })
  }, [role, theirs])
  useEffect(() => {
    if (role && !seesCases(role)) forgetCaseDrafts()
  }, [role])
  useEffect(() => {
    void worker.remember(written)
    if (!first.current && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    if (!first.current) bringIntoView(main.current)
    first.current = false
  }, [worker, written])
  const ownBack = place.at === 'register' || place.at === 'today' // the register clears its search first
  useActions([{ id: 'app.back', label: words.say('do.back'), key: 'Escape', when: !ownBack, run: goBack }], true)
  return (
    <main id="work" ref={main} tabIndex={-1} className="work">
      <ClearedBar />
      <ClockBar />
      <AlarmBar />
      {partner && !partner.agreedOn ? (
        <Agreement partner={partner} />
      ) : lease && waitsAt(place, lease) ? (
        <LeaseScreen lease={lease} />
      ) : (
        theirs && <Screen place={place} key={written} />
      )}
    </main>
  )
}
