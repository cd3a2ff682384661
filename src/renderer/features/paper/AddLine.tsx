import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { nameFrom } from '../../../shared/rules/nameFrom.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PaperView } from '../../workerLink/sheetViews.ts'
import type { SearchHit } from '../../workerLink/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { focusInView } from '../../ui/focusInView.ts'
import { Marked } from '../../ui/Marked.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { whisper } from '../../state/said.ts'
import { useWords } from '../../words/useWords.ts'
import { keyForNext, timeForNext, type PaperDraft, type PaperLine } from './paperDraft.ts'

/** So many are shown; more letters find the others. */
const mostShown = 4
/** Fewer letters mean nobody yet. */
const fewestLetters = 2

/** Two letters and Enter: the first match is on the list, and the next name can be typed. */
export function AddLine({
  ref,
  view,
  draft,
  onAdd,
}: {
  ref: RefObject<HTMLInputElement | null>
  view: PaperView
  draft: PaperDraft
  onAdd: (line: PaperLine) => void
}) {
  const words = useWords()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const [said, setSaid] = useState<string | null>(null)
  const { found, ask } = useFound(view.sessionId, text)
  useEffect(() => focusInView(ref.current), [ref])
  const line = (more: Pick<PaperLine, 'personId' | 'name' | 'inSince'>) => {
    const time = timeForNext(draft, view.start)
    onAdd({ key: keyForNext(draft), time, left: '', with: '', ...more })
    tell(words.say('keyIn.added', { name: more.name, time }))
    setText('')
    ref.current?.focus()
  }
  const tell = (sentence: string) => {
    setSaid(sentence)
    whisper(sentence)
  }
  const pick = (hit: SearchHit) => {
    if (draft.lines.some((one) => one.personId === hit.personId)) {
      setText('')
      return tell(words.say('keyIn.onList', { name: hit.name }))
    }
    line({ personId: hit.personId, name: hit.name, inSince: hit.arrived })
  }
  const enter = async () => {
    if (text.trim().length < fewestLetters) return
    const hits = found.text === text ? found.hits : await ask(text) // the text as it was typed at that moment
    const hit = hits[found.text === text ? chosen : 0]
    if (hit) pick(hit)
    else tell(words.say('keyIn.nobody', { text }))
  }
  const addNew: Action = {
    id: 'keyIn.addNew',
    key: 'Ctrl+N',
    also: 'Alt+N',
    when: text.trim() !== '',
    label: text.trim() ? words.say('keyIn.addNewCalled', { text: text.trim() }) : words.say('keyIn.addNew'),
    run: () => {
      const { givenName, familyName } = nameFrom(text)
      line({ personId: null, name: [givenName, familyName].filter(Boolean).join(' '), inSince: null })
    },
  }
  useActions([addNew])
  const open = found.text !== '' && text.trim().length >= fewestLetters
  const step = (by: number) => setChosen((now) => (now + by + found.hits.length) % Math.max(found.hits.length, 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void enter()
    else if (event.key === 'ArrowDown' && open) step(1)
    else if (event.key === 'ArrowUp' && open) step(-1)
    else if (event.key === 'ArrowUp' && text === '') lastTime()?.focus()
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
  }
  const hits = open ? found.hits : []
  return (
    <div className="card__body">
      <input
        ref={ref}
        className="keyin__search"
        type="text"
        role="combobox"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        aria-label={words.say('keyIn.who')}
        placeholder={words.say('keyIn.placeholder')}
        aria-describedby={`${listId}-hint`}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={hits[chosen] && `${listId}-${chosen}`}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
          setSaid(null)
        }}
      />
      <p className="keyin__said">
        <span id={`${listId}-hint`} className={said ? 'out-of-sight' : 'soft small'}>
          {words.say('keyIn.hint')}
        </span>
        {said}
      </p>
      <ul className="keyin__hits" role="listbox" id={listId} aria-label={words.say('keyIn.found')}>
        {hits.map((hit, at) => (
          <li
            key={hit.personId}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === chosen}
            className={at === chosen ? 'keyin__hit keyin__hit--chosen' : 'keyin__hit'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(hit)}
          >
            <Tick state={hit.state === 'notHere' ? 'none' : hit.state} />
            <span className="row__name">
              <Marked text={hit.name} marks={hit.marks} />
            </span>
            {hit.arrived && <span className="soft small">{words.say('keyIn.isIn', { time: words.time(hit.arrived) })}</span>}
          </li>
        ))}
      </ul>
      {open && hits.length === 0 && <p>{words.say('keyIn.nobody', { text: found.text })}</p>}
      <ActionButton action={addNew} />
    </div>
  )
}

/** The time of the last line, for the arrow up. */
function lastTime(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-line-time]')].at(-1)
}

/** Who the text may mean, best first. */
function useFound(sessionId: string, text: string) {
  const worker = useWorker()
  const [found, setFound] = useState<{ text: string; hits: SearchHit[] }>({ text: '', hits: [] })
  const ask = async (asked: string) => (await worker.search({ sessionId, text: asked })).slice(0, mostShown)
  useEffect(() => {
    let there = true
    if (text.trim().length < fewestLetters) setFound({ text: '', hits: [] })
    else void worker.search({ sessionId, text }).then((hits) => there && setFound({ text, hits: hits.slice(0, mostShown) }))
    return () => {
      there = false
    }
  }, [worker, sessionId, text])
  return { found, ask }
}
