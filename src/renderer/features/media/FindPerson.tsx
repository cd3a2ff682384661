import { useState } from 'react'
import type { NamedPerson } from '../../workerLink/views.ts'
import { useView } from '../../workerLink/useView.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Letters before anybody is named, and how many names then stand there. */
const fewest = 2
const most = 5

/** Finds somebody by the beginning of a name. @param without who is named already */
export function FindPerson({ without, onFound }: { without: readonly NamedPerson[]; onFound: (person: NamedPerson) => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  return (
    <>
      <TextField
        label={words.say('media.whoFind')}
        hint={words.say('media.whoHint')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim().length >= fewest && (
        <Hits
          text={text}
          without={without}
          onFound={(person) => {
            setText('')
            onFound(person)
          }}
        />
      )}
    </>
  )
}

function Hits({ text, without, onFound }: { text: string } & Parameters<typeof FindPerson>[0]) {
  const words = useWords()
  const found = useView('people', { text, most: most + without.length })
  if (!found) return null
  const hits = found.shown.filter((one) => !without.some((other) => other.personId === one.personId)).slice(0, most)
  if (hits.length === 0) return <p role="status">{words.say('media.whoNone')}</p>
  return (
    <ul className="media__list" aria-label={words.say('media.whoFind')}>
      {hits.map(({ personId, name, apart }) => (
        <li key={personId}>
          <Button onClick={() => onFound({ personId, name, ...(apart && { apart }) })}>
            <PersonName of={{ name: words.say('media.whoAdd', { name }), ...(apart && { apart }) }} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
