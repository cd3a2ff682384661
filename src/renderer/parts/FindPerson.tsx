import './findPerson.css'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { useWords } from '../words/useWords.ts'
import { useView } from '../workerLink/useView.ts'
import type { NamedPerson } from '../workerLink/views.ts'
import { PersonName } from './PersonName.tsx'

/** Letters before anybody is named, and how many names then stand there. */
const fewest = 2
const most = 6

interface Finding {
  label: string
  hint: string
  /** What a press does with somebody, if not their name says it. */
  says?: (name: string) => string
  /** Who is named already. */
  without?: readonly NamedPerson[]
  onFound: (person: NamedPerson) => void
  /** Told what stands in the field: typed, and nobody chosen yet, it must not be lost when the form is saved. */
  onType?: (text: string) => void
}

/** Finds somebody by the beginning of a name. */
export function FindPerson({ onFound, onType, ...finding }: Finding) {
  const [text, setText] = useState('')
  const type = (next: string) => {
    setText(next)
    onType?.(next)
  }
  const found = (person: NamedPerson) => {
    type('')
    onFound(person)
  }
  return (
    <>
      <TextField label={finding.label} hint={finding.hint} value={text} maxLength={100} onChange={(event) => type(event.target.value)} />
      {text.trim().length >= fewest && <Hits {...finding} text={text} onFound={found} />}
    </>
  )
}

function Hits({ label, text, says = (name) => name, without = [], onFound }: Finding & { text: string }) {
  const words = useWords()
  const found = useView('people', { text, most: most + without.length })
  if (!found) return null
  const hits = found.shown.filter((one) => !without.some((other) => other.personId === one.personId)).slice(0, most)
  if (hits.length === 0) return <p role="status">{words.say('common.nobodyOfName')}</p>
  return (
    <ul className="find-person" aria-label={label}>
      {hits.map(({ personId, name, apart }) => (
        <li key={personId}>
          <Button onClick={() => onFound({ personId, name, ...(apart && { apart }) })}>
            <PersonName of={{ name: says(name), ...(apart && { apart }) }} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
