import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react'
import type { KioskFound } from '../../shared/ipc/kiosk.ts'
import { looksScanned, mayHoldCard } from '../../shared/rules/cards.ts'
import { endsWithTab } from './endsWithTab.ts'
import { FoundCard } from './FoundCard.tsx'
import type { Step } from './step.ts'
import type { Parts } from './parts.ts'
import { useFind } from './useFind.ts'
import { useInSight } from './useInSight.ts'
import { languages, type Language } from './words/index.ts'

/** The first screen: one field, and at most one name. */
export function NameScreen({
  client,
  say,
  leader,
  go,
  again,
  from,
  language,
  onLanguage,
  onTyped,
}: Parts & {
  from: Extract<Step, { at: 'name' }>
  language: Language
  onLanguage: (language: Language) => void
  onTyped: (typed: boolean) => void
}) {
  const [text, setText] = useState('')
  const [asksName, setAsksName] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const signing = useRef(false)
  /** A card that is being looked up, and whether Enter was pressed again meanwhile. */
  const scanning = useRef<{ yes: boolean } | null>(null)
  const finding = useFind(client, text)
  const found = finding.found ?? from.found ?? null
  const section = useInSight(found)
  useEffect(() => field.current?.focus(), [language])
  useEffect(() => {
    const toField = (event: KeyboardEvent) => {
      const letter = event.key.length === 1 && event.key !== ' '
      if (letter && !(event.target instanceof HTMLInputElement)) field.current?.focus() // the letter follows the focus
    }
    window.addEventListener('keydown', toField)
    return () => window.removeEventListener('keydown', toField)
  }, [])

  const type = (typed: string) => {
    setText(typed)
    setAsksName(false)
    onTyped(typed !== '')
    if (from.found || from.first) go({ at: 'name' })
  }
  const signIn = async (one: Extract<KioskFound, { found: 'one' }>) => {
    if (signing.current) return // pressed twice is meant once: the ticket is good for one sign-in
    signing.current = true
    const { done } = await client.ask('signIn', { ticket: one.ticket }).catch(() => ({ done: 'notSaved' as const }))
    signing.current = false
    if (done === 'signedIn' || done === 'already') go({ at: 'in', name: one.name, ticket: one.ticket, already: done === 'already' })
    else if (done === 'stale') {
      again()
      go({ at: 'name', first: 'stale' })
    } else go({ at: 'leader', word: done === 'leader' ? 'seeLeader' : 'notSaved' })
  }
  const scan = async (code: string) => {
    type('') // also of a code that is none: the next one begins in an empty field
    scanning.current = { yes: false }
    const card = await client.ask('scan', { code }).catch((): KioskFound => ({ found: 'noCard' }))
    const { yes } = scanning.current
    scanning.current = null
    if (yes && card.found === 'one') return signIn(card)
    go({ at: 'name', found: card })
  }
  const enter = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (scanning.current) scanning.current.yes = true // a second Enter of the scanner, before the answer to the first
    else if (found?.found === 'one') return signIn(found)
    else if (looksScanned(text)) return scan(text.trim())
    else if (text.trim()) void finding.now(text)
  }
  const askFor = async () => {
    const firstName = text.trim().slice(0, 60)
    if (!firstName || mayHoldCard(firstName)) {
      type('')
      setAsksName(true)
      return field.current?.focus()
    }
    const { saved } = await client.ask('raise', { ticket: null, kind: 'someoneNew', firstName }).catch(() => ({ saved: false }))
    go(saved ? { at: 'told', name: firstName } : { at: 'leader', word: 'notSaved' })
  }
  return (
    <div className="name">
      <section className="name__ask">
        <h1>{say('hello')}</h1>
        <form onSubmit={(event) => void enter(event)} autoComplete="off">
          <label htmlFor={id} className="out-of-sight">
            {say('label')}
          </label>
          {!asksName && (
            <p id={`${id}-hint`} className="kiosk__hint">
              {say(from.first ?? 'hint')}
            </p>
          )}
          <p id={`${id}-wrong`} role="alert" className={asksName ? 'kiosk__hint kiosk__hint--wrong' : 'out-of-sight'}>
            {asksName ? say('firstNameFirst') : ''}
          </p>
          <input
            ref={field}
            id={id}
            className="kiosk__field"
            value={text}
            maxLength={60}
            autoFocus
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="words"
            spellCheck={false}
            aria-describedby={`${id}-${asksName ? 'wrong' : 'hint'}`}
            onChange={(event) => type(event.target.value)}
            dir="auto"
            onKeyDown={(event) => endsWithTab(event, text) && void enter(event)}
          />
        </form>
        <p className="name__new">{say('newToday')}</p>
        <div className="kiosk__buttons">
          {found?.found !== 'none' && (
            <button type="button" className="kiosk__link" onClick={() => void askFor()}>
              {say('askFor', { leader })}
            </button>
          )}
          <button type="button" className="kiosk__link" onClick={() => go({ at: 'card' })}>
            {say('card')}
          </button>
        </div>
      </section>
      <section ref={section} className="name__found" aria-live="polite">
        {found && (
          <FoundCard
            found={found}
            say={say}
            leader={leader}
            onYes={(one) => void signIn(one)}
            onNo={again}
            onAsk={() => void askFor()}
            onDay={(ticket, day) => void client.ask('answer', { ticket, day }).then(finding.show, () => finding.show({ found: 'none' }))}
          />
        )}
      </section>
      <nav className="name__foot" aria-label={say('languages')}>
        {languages.map((one) => (
          <button
            key={one.language}
            type="button"
            className="kiosk__language"
            lang={one.locale}
            aria-pressed={one.language === language}
            onClick={() => {
              onLanguage(one.language)
              field.current?.focus()
            }}
          >
            {one.name}
          </button>
        ))}
        <button type="button" className="kiosk__leave" onClick={() => go({ at: 'leave' })}>
          {say('leave')}
        </button>
      </nav>
    </div>
  )
}
