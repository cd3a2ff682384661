import './parts.css'
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import type { WhichSession } from '../../shared/commands/which.ts'
import { useDesk } from '../desk/link.ts'
import type { HealthOf } from '../desk/doorViews.ts'
import { useView } from '../desk/useView.ts'
import { go } from '../state/place.ts'
import { say } from '../state/said.ts'
import { Chip } from '../ui/Chip.tsx'
import { Menu, type MenuChoice } from '../ui/Menu.tsx'
import { useEvent } from '../ui/useEvent.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

interface AtTheDoor {
  sessionId: string
  health: ReadonlyMap<string, HealthOf>
  /** Asks "anything changed?" beside the chip that was pressed. */
  ask(person: HealthOf, element: HTMLElement): void
}

const DoorContext = createContext<AtTheDoor | null>(null)

/** The session whose register is open around this, or null. */
export function useSessionHere(): string | null {
  return useContext(DoorContext)?.sessionId ?? null
}

/** Gives a register its health chips, and the one menu they share: four hundred of them would each cost their own. */
export function DoorProvider({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const know = useView('mustKnow', { sessionId })
  const [asking, setAsking] = useState<HealthOf | null>(null)
  const trigger = useRef<HTMLElement>(null)
  const ask = useEvent((person: HealthOf, element: HTMLElement) => {
    trigger.current = element
    setAsking(person)
  })
  const door = useMemo(
    () => ({ sessionId, health: new Map((know?.health ?? []).map((one) => [one.personId, one])), ask }),
    [sessionId, know, ask],
  )
  return (
    <DoorContext value={door}>
      {children}
      {asking && know && <AnythingChanged person={asking} which={know.which} sessionId={sessionId} shared={{ trigger, onClose: () => setAsking(null) }} />}
    </DoorContext>
  )
}

/** "Anything changed?": no is one more press, yes opens the questions. */
function AnythingChanged({ person, which, sessionId, shared }: {
  person: HealthOf; which: WhichSession; sessionId: string
  shared: NonNullable<Parameters<typeof Menu>[0]['shared']>
}) {
  const words = useWords()
  const desk = useDesk()
  const no = async () => {
    const result = await desk.run('nothingChangedHealth', { personId: person.personId, session: which })
    say(result.ok ? words.say('health.unchangedDone', { name: person.name }) : reasonInWords(result.reason, words))
  }
  const choices: MenuChoice[] = [
    { id: 'no', label: words.say('health.no'), run: () => void no() },
    { id: 'yes', label: words.say('health.yesAsk'), run: () => go({ at: 'health', sessionId, personId: person.personId }) },
  ]
  return <Menu label={words.say('health.changedNamed', { name: person.name })} choices={choices} shared={shared} />
}

/** Whether a register's row has something to ask about health. */
export function useHealthOf(personId: string): HealthOf | null {
  const one = useContext(DoorContext)?.health.get(personId)
  return one && one.state !== 'today' ? one : null
}

/** What is to ask of somebody who is here: the questions, or whether anything has changed. Nobody waits for it. */
export function HealthChip({ person }: { person: HealthOf }) {
  const words = useWords()
  const door = useContext(DoorContext)
  if (!door) return null
  const first = person.state !== 'ask'
  return (
    <button
      type="button" className="chip-button" aria-haspopup={first ? undefined : 'menu'}
      aria-label={words.say(first ? 'health.chipNamed' : 'health.changedNamed', { name: person.name })}
      onClick={(event) => (first ? go({ at: 'health', sessionId: door.sessionId, personId: person.personId }) : door.ask(person, event.currentTarget))}
    >
      <Chip tone={first ? 'needs' : 'plain'}>{words.say(first ? 'health.chip' : 'health.changed')}</Chip>
    </button>
  )
}
