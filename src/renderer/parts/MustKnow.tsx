import './parts.css'
import { memo, useId, useState } from 'react'
import type { KnowFact } from '../workerLink/doorViews.ts'
import { useView } from '../workerLink/useView.ts'
import type { Action } from '../state/actions.ts'
import { useActions } from '../state/actions.ts'
import { go } from '../state/place.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { fullName } from '../words/apartInWords.ts'
import { knowInWords } from '../words/healthInWords.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { KnowIcon } from './KnowIcon.tsx'
import { useIdle } from './useIdle.ts'

/** A laptop that nobody has touched for so long lies in the grass for everybody to read. */
const hideAfterMs = 60_000

/**
 * What a leader must know of who is here, with the two keys for when something happens (stories 6, 10, 11).
 * @param many it gives way to who is here: one line says what there is to know, and one press shows it
 */
export const MustKnow = memo(function MustKnow({ sessionId, many }: { sessionId: string; many: boolean }) {
  const words = useWords()
  const know = useView('mustKnow', { sessionId })
  const idle = useIdle(hideAfterMs)
  const [chosen, setOpen] = useState<boolean | null>(null)
  const facts = know?.facts ?? []
  const open = (chosen ?? !many) && facts.length > 0
  const happened: Action = { id: 'register.incident', label: words.say('incident.do'), key: 'F7', run: () => go({ at: 'incident', sessionId }) }
  const worry: Action = {
    id: 'register.concern',
    label: words.say('concern.do'),
    key: 'F6',
    run: () => go({ at: 'concern', sessionId, addsTo: null }),
  }
  useActions([happened]) // F6 is everywhere: the shell has it
  return (
    <Card
      className="know"
      title={words.say('know.title')}
      aside={facts.length > 0 && <Digest facts={facts} open={open} hidden={idle} onOpen={setOpen} />}
      foot={
        <>
          <ActionButton action={happened} />
          <ActionButton action={worry} />
        </>
      }
    >
      {idle && facts.length > 0 && <p className="know__hidden">{words.say('know.hidden')}</p>}
      {!idle && facts.length === 0 && !many && <p className="know__hidden">{words.say('know.nothing')}</p>}
      {!idle && open && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has nothing to focus inside
        <ul className="know__list" aria-label={words.say('know.title')} tabIndex={0}>
          {facts.map((fact) => (
            <Fact key={`${fact.kind} ${fact.text}`} fact={fact} />
          ))}
        </ul>
      )}
    </Card>
  )
})

/** The whole list in a line, as far as it goes, what somebody carries or cannot have first: "GTN spray, Inhaler, Sitting out…" */
function Digest({ facts, open, hidden, onOpen }: { facts: readonly KnowFact[]; open: boolean; hidden: boolean; onOpen: (open: boolean) => void }) {
  const words = useWords()
  const id = useId()
  return (
    <>
      {!open && !hidden && (
        <span className="know__digest" id={id}>
          {[...facts.filter(isUrgent), ...facts.filter((fact) => !isUrgent(fact))].map((fact) => briefly(fact, words)).join(', ')}
        </span>
      )}
      <Button look="link" aria-expanded={open} aria-describedby={open || hidden ? undefined : id} onClick={() => onOpen(!open)}>
        {open ? words.say('know.less') : words.say('know.all', { count: facts.length })}
      </Button>
    </>
  )
}

function isUrgent({ kind }: KnowFact): boolean {
  return kind === 'medicine' || kind === 'alert'
}

function briefly(fact: KnowFact, words: Words): string {
  return isUrgent(fact) ? fact.text : knowInWords(fact.kind, words)
}

function Fact({ fact }: { fact: KnowFact }) {
  const words = useWords()
  const kind = knowInWords(fact.kind, words)
  return (
    <li>
      <KnowIcon kind={fact.kind} />
      <span className="know__what">
        {fact.kind === 'alert' ? (
          <span className="know__kind">
            <span className="out-of-sight">{kind}: </span>
            {fact.text}
          </span>
        ) : (
          <span>
            <span className="know__kind">
              {kind}
              {fact.text ? ':' : ''}
            </span>{' '}
            {fact.text}
          </span>
        )}
        <span className="know__people">{words.list(fact.people.map((one) => fullName(one, words)))}</span>
      </span>
    </li>
  )
}
