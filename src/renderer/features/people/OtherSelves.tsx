import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** How many people are found at most. */
const mostFound = 6

/** As whom else somebody is written down, who may be they, and a way to anybody else (story 18). For link workers and leads. */
export function OtherSelves({ personId }: { personId: string }) {
  const words = useWords()
  const me = useView('me', null)
  const selves = useView('otherSelves', { personId })
  const [finding, setFinding] = useState(false)
  if (!selves || !me || me.role === 'facilitator') return null
  const rows = [
    ...selves.joined.map((one) => ({ ...one, text: words.say('selves.joined', { name: one.name }) })),
    ...selves.likely.map((one) => ({ personId: one.personId, name: one.name, text: words.say('selves.likely', { name: one.name }) })),
  ]
  return (
    <Card title={words.say('selves.title')} foot={!finding && <Button onClick={() => setFinding(true)}>{words.say('selves.find')}</Button>}>
      {rows.length === 0 && <p className="card__body soft small">{words.say('selves.none')}</p>}
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.personId}>
            <span className="grow">{row.text}</span>
            <Compare personId={personId} otherId={row.personId} name={row.name} />
          </li>
        ))}
      </ul>
      {finding && <FindOther personId={personId} />}
    </Card>
  )
}

function Compare({ personId, otherId, name }: { personId: string; otherId: string; name: string }) {
  const words = useWords()
  return (
    <Button about={name} onClick={() => go({ at: 'twoPeople', personId, otherId })}>
      {words.say('pairs.compare')}
    </Button>
  )
}

function FindOther({ personId }: { personId: string }) {
  const words = useWords()
  const [text, setText] = useState('')
  const found = useView('people', { text, most: mostFound + 1 })
  const asked = text.trim() !== ''
  const others = asked ? (found?.shown ?? []).filter((one) => one.personId !== personId).slice(0, mostFound) : []
  return (
    <div className="card__body">
      <TextField
        type="search"
        label={words.say('selves.find')}
        hint={words.say('selves.findHint')}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {asked && found && others.length === 0 && <p role="status">{words.say('selves.nobody', { text })}</p>}
      <ul className="rows">
        {others.map((one) => (
          <li key={one.personId}>
            <span className="grow">{fullName(one, words)}</span>
            <Compare personId={personId} otherId={one.personId} name={fullName(one, words)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
