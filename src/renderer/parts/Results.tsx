import { useEffect, useRef } from 'react'
import type { SearchHit } from '../workerLink/views.ts'
import { Chip, Chips } from '../ui/Chip.tsx'
import { Key } from '../ui/Key.tsx'
import { Marked } from '../ui/Marked.tsx'
import { Tick, type TickState } from '../ui/Tick.tsx'
import { introducedInWords } from '../words/introducedInWords.ts'
import { hintInWords } from '../words/sentences.ts'
import { PersonName } from './PersonName.tsx'
import { useWords } from '../words/useWords.ts'

const ticks: Record<SearchHit['state'], TickState> = { notHere: 'none', here: 'here', left: 'left' }

/** Who the text may mean, best first. */
export function Results({
  listId,
  hits,
  chosen,
  pendingIds,
  onPick,
}: {
  listId: string
  hits: readonly SearchHit[]
  chosen: number
  pendingIds: ReadonlySet<string>
  onPick: (hit: SearchHit) => void
}) {
  const words = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen > 0) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul ref={list} className="rows hits" role="listbox" id={listId} aria-label={words.say('register.results')}>
      {hits.map((hit, at) => (
        <li
          key={hit.personId}
          id={hitId(listId, hit)}
          role="option"
          aria-selected={at === chosen}
          className={`hit ${at === chosen ? 'hit--chosen' : ''}`}
          onPointerDown={(event) => event.preventDefault() /* the focus stays in the search */}
          onClick={() => onPick(hit)}
        >
          <Hit hit={hit} pending={pendingIds.has(hit.personId)} />
          {at === chosen && <Key aria-hidden>{words.say('key.Enter')}</Key>}
        </li>
      ))}
    </ul>
  )
}

/** The id of a result's element. */
export function hitId(listId: string, hit: SearchHit): string {
  return `${listId}-${hit.personId}`
}

function Hit({ hit, pending }: { hit: SearchHit; pending: boolean }) {
  const words = useWords()
  return (
    <>
      <Tick state={pending ? 'pending' : ticks[hit.state]} />
      <span className="grow">
        <PersonName of={hit}>
          <Marked text={hit.name} marks={hit.marks} />
        </PersonName>
        <span className="hit__hint">{hintOf(hit, words)}</span>
      </span>
      {(hit.alerts.length > 0 || hit.noPhoto) && (
        <Chips>
          {hit.alerts.map((alert) => (
            <Chip key={alert} tone="needs">
              {alert}
            </Chip>
          ))}
          {hit.noPhoto && <Chip tone="danger">{words.say('register.noPhoto')}</Chip>}
        </Chips>
      )}
    </>
  )
}

function hintOf(hit: SearchHit, words: ReturnType<typeof useWords>): string {
  const time = hit.arrived ? words.time(hit.arrived) : ''
  if (hit.state === 'here') return words.say('register.alreadyHere', { time })
  if (hit.state === 'left') return words.say('register.leftAlready', { time })
  return hit.introduced ? introducedInWords(hit.introduced, words) : hintInWords(hit.hint, words)
}
