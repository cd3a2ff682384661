import './parts.css'
import { useView } from '../workerLink/useView.ts'
import { useDrafts } from '../state/drafts.ts'
import { go } from '../state/place.ts'
import type { UnfinishedKind } from '../state/forms.ts'
import { useUnfinished, type Unfinished } from '../state/unfinished.ts'
import { Button } from '../ui/Button.tsx'
import { useWords, type Words } from '../words/useWords.ts'

/** As much of a text as tells which it is. Letters. */
const enough = 28

/**
 * Forms somebody left before they were saved, to go on with or to drop (story 5): those of a session, or of one kind.
 * @param onHere opens the form that lies over this screen
 */
export function UnfinishedForms({ sessionId = null, kind, onHere }: { sessionId?: string | null; kind?: UnfinishedKind; onHere: () => void }) {
  const words = useWords()
  const all = useUnfinished(sessionId).filter((one) => (kind ? one.kind === kind : one.kind !== 'newGroup'))
  if (all.length === 0) return null
  return (
    <div className="notice notice--slim">
      <ul className="pinned" aria-label={words.say('unfinished.title')}>
        {all.map((one) => (
          <Line key={one.key} one={one} onHere={onHere} />
        ))}
      </ul>
    </div>
  )
}

function Line({ one, onHere }: { one: Unfinished; onHere: () => void }) {
  const words = useWords()
  const what = unfinishedInWords(one, useNameOf(one.personId), words)
  return (
    <li>
      <span className="pinned__line">{words.say('unfinished.line', { what })}</span>
      <Button look="link" about={what} onClick={() => (one.place ? go(one.place) : onHere())}>
        {words.say('unfinished.goOn')}
      </Button>
      <Button look="link" about={what} onClick={() => useDrafts.getState().drop(one.key)}>
        {words.say('unfinished.drop')}
      </Button>
    </li>
  )
}

/** The name of a person, as far as this laptop has it. */
function useNameOf(personId: string | null): string {
  const person = useView('person', { personId: personId ?? '' })
  return personId === null ? '' : (person?.name ?? '')
}

function unfinishedInWords({ kind, text }: Unfinished, name: string, words: Words): string {
  const short = text.length > enough ? `${text.slice(0, enough)}…` : text
  return words.say(`unfinished.${kind}`, { name, text: short })
}
