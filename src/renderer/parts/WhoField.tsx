import './logGap.css'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { useWords } from '../words/useWords.ts'
import { useView } from '../workerLink/useView.ts'
import { PersonName } from './PersonName.tsx'

/** Somebody who was found by name. */
export interface Named {
  personId: string
  name: string
}

/** Who it is about: found by name, and left empty where nobody is to be named. */
export function WhoField({
  label,
  hint,
  about,
  chosen,
  onChoose,
}: {
  label: string
  hint: string
  about: (name: string) => string
  chosen: Named | null
  onChoose: (one: Named | null) => void
}) {
  const words = useWords()
  const [text, setText] = useState('')
  const found = useView('people', { text: text.trim().length < 2 ? ' ' : text, most: 6 })
  const hits = text.trim().length < 2 ? [] : (found?.shown ?? [])
  if (chosen) {
    return (
      <p>
        <b>{about(chosen.name)}</b>{' '}
        <Button look="link" onClick={() => onChoose(null)}>
          {words.say('logGap.notThem')}
        </Button>
      </p>
    )
  }
  return (
    <>
      <TextField label={label} hint={hint} value={text} onChange={(event) => setText(event.target.value)} />
      {hits.length > 0 && (
        <ul className="log-gap__found" aria-label={words.say('logGap.found')}>
          {hits.map((hit) => (
            <li key={hit.personId}>
              <Button look="link" onClick={() => onChoose({ personId: hit.personId, name: hit.name })}>
                <PersonName of={hit} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
