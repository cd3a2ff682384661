import { useEffect, useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { TextField } from '../../ui/Field.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useWords } from '../../words/useWords.ts'

export interface Found {
  personId: string
  name: string
}

/** Looks somebody up who takes part. */
export function FindPerson({ sessionId, chosen, onChoose }: { sessionId: string; chosen: Found | null; onChoose: (one: Found) => void }) {
  const words = useWords()
  const worker = useWorker()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; hits: Found[] }>({ text: '', hits: [] })
  useEffect(() => {
    let there = true
    if (text.trim().length < 2) setFound({ text: '', hits: [] })
    else void worker.search({ sessionId, text }).then((hits) => there && setFound({ text, hits: hits.slice(0, 6) }))
    return () => {
      there = false
    }
  }, [worker, sessionId, text])
  const shown = chosen && !found.hits.some((hit) => hit.personId === chosen.personId) ? [chosen, ...found.hits] : found.hits
  return (
    <>
      <TextField
        label={words.say('rota.find')}
        hint={`${words.say('rota.findHint')}. ${words.say('rota.personHint')}`}
        value={text}
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {found.text !== '' && found.hits.length === 0 && <p role="status">{words.say('rota.nobodyCalled', { text: found.text })}</p>}
      <ul className="rota__found" aria-label={words.say('rota.found')}>
        {shown.map((hit) => (
          <li key={hit.personId}>
            <button
              type="button"
              className="names__name"
              aria-pressed={chosen?.personId === hit.personId}
              onClick={() => onChoose({ personId: hit.personId, name: hit.name })}
            >
              <Tick state={chosen?.personId === hit.personId ? 'here' : 'none'} />
              <span className="row__name">{hit.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
