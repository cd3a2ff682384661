import './parts.css'
import { memo } from 'react'
import type { KnowFact } from '../desk/doorViews.ts'
import { useView } from '../desk/useView.ts'
import type { Action } from '../state/actions.ts'
import { useActions } from '../state/actions.ts'
import { go } from '../state/place.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Card } from '../ui/Card.tsx'
import { fullName } from '../words/apartInWords.ts'
import { knowInWords } from '../words/healthInWords.ts'
import { useWords } from '../words/useWords.ts'
import { KnowIcon } from './KnowIcon.tsx'
import { useIdle } from './useIdle.ts'

/** A laptop that nobody has touched for so long lies in the grass for everybody to read. */
const hideAfterMs = 60_000

/** What a leader must know of who is here, with the two keys for when something happens (stories 6, 10, 11). */
export const MustKnow = memo(function MustKnow({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const know = useView('mustKnow', { sessionId })
  const idle = useIdle(hideAfterMs)
  const facts = know?.facts ?? []
  const happened: Action = { id: 'register.incident', label: words.say('incident.do'), key: 'F7', run: () => go({ at: 'incident', sessionId }) }
  const worry: Action = { id: 'register.concern', label: words.say('concern.short'), key: 'F6', run: () => go({ at: 'concern', sessionId, addsTo: null }) }
  useActions([happened]) // F6 is everywhere: the shell has it
  return (
    <Card
      className="know" title={words.say('know.title')} aside={facts.length > 0 && words.say('know.aside')}
      foot={<><ActionButton action={happened} /><ActionButton action={worry} /></>}
    >
      {idle && facts.length > 0 && <p className="know__hidden">{words.say('know.hidden')}</p>}
      {!idle && facts.length === 0 && <p className="know__hidden">{words.say('know.nothing')}</p>}
      {!idle && facts.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has nothing to focus inside
        <ul className="know__list" aria-label={words.say('know.title')} tabIndex={0}>
          {facts.map((fact) => <Fact key={`${fact.kind} ${fact.text}`} fact={fact} />)}
        </ul>
      )}
    </Card>
  )
})

function Fact({ fact }: { fact: KnowFact }) {
  const words = useWords()
  const kind = knowInWords(fact.kind, words)
  return (
    <li>
      <KnowIcon kind={fact.kind} />
      <span className="know__what">
        {fact.kind === 'alert'
          ? <span className="know__kind"><span className="out-of-sight">{kind}: </span>{fact.text}</span>
          : <span><span className="know__kind">{kind}{fact.text ? ':' : ''}</span> {fact.text}</span>}
        <span className="know__people">{words.list(fact.people.map((one) => fullName(one, words)))}</span>
      </span>
    </li>
  )
}
