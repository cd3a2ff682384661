import './parts.css'
import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { WhichSession } from '../../shared/commands/which.ts'
import { useDesk } from '../desk/link.ts'
import type { HealthOf } from '../desk/doorViews.ts'
import { useView } from '../desk/useView.ts'
import { go } from '../state/place.ts'
import { say } from '../state/said.ts'
import { Chip } from '../ui/Chip.tsx'
import { fullName } from '../words/apartInWords.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

interface AtTheDoor {
  sessionId: string
  which: WhichSession | null
  health: ReadonlyMap<string, HealthOf>
}

const nowhere = createStore<AtTheDoor | null>(() => null)
const DoorContext = createContext<StoreApi<AtTheDoor | null>>(nowhere)

/** The session whose register is open around this, or null. */
export function useSessionHere(): string | null {
  return useStore(useContext(DoorContext), (door) => door?.sessionId ?? null)
}

/**
 * Tells the rows of a register how everybody stands with the health questions: one question to the worker for all of them.
 * A row is drawn again when its own answer changed, not when somebody else's did.
 */
export function DoorProvider({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const know = useView('mustKnow', { sessionId })
  const [door] = useState(() => createStore<AtTheDoor | null>(() => ({ sessionId, which: null, health: new Map() })))
  useLayoutEffect(
    () => door.setState({ sessionId, which: know?.which ?? null, health: new Map((know?.health ?? []).map((one) => [one.personId, one])) }),
    [door, sessionId, know],
  )
  return <DoorContext value={door}>{children}</DoorContext>
}

/** Whether a register's row has something to ask about health. */
export function useHealthOf(personId: string): HealthOf | null {
  const one = useStore(useContext(DoorContext), (door) => door?.health.get(personId))
  return one && one.state !== 'today' ? one : null
}

/** What is to ask of somebody who is here: the questions, or whether anything has changed. Nobody waits for it. */
export function HealthChip({ person }: { person: HealthOf }) {
  const words = useWords()
  const sessionId = useSessionHere()
  if (!sessionId) return null
  const ask = () => go({ at: 'health', sessionId, personId: person.personId })
  if (person.state === 'ask') return <Changed person={person} onYes={ask} />
  return (
    <button type="button" className="chip-button" aria-label={words.say('health.chipNamed', { name: fullName(person, words) })} onClick={ask}>
      <Chip tone="needs">{words.say('health.chip')}</Chip>
    </button>
  )
}

/** "Changed?" with no and yes beside it: no is one press, yes opens the questions. Ctrl+Z takes a wrong no back. */
function Changed({ person, onYes }: { person: HealthOf; onYes: () => void }) {
  const words = useWords()
  const desk = useDesk()
  const which = useStore(useContext(DoorContext), (door) => door?.which)
  const no = async () => {
    if (!which) return
    const result = await desk.run('nothingChangedHealth', { personId: person.personId, session: which })
    say(result.ok ? words.say('health.unchangedDone', { name: fullName(person, words) }) : reasonInWords(result.reason, words))
  }
  return (
    <span className="changed" role="group" aria-label={words.say('health.changedNamed', { name: fullName(person, words) })}>
      <span className="changed__ask" aria-hidden="true">{words.say('health.changedShort')}</span>
      <button type="button" className="chip-button" aria-label={words.say('health.noNamed', { name: fullName(person, words) })} onClick={() => void no()}>
        <Chip>{words.say('health.noShort')}</Chip>
      </button>
      <button type="button" className="chip-button" aria-label={words.say('health.yesNamed', { name: fullName(person, words) })} onClick={onYes}>
        <Chip>{words.say('health.yes')}</Chip>
      </button>
    </span>
  )
}
