import type { PersonChips as Facts } from '../../desk/views.ts'
import { HealthChip, useHealthOf, useSessionHere } from '../../parts/atTheDoor.tsx'
import { go } from '../../state/place.ts'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** What one must know about somebody at a glance. */
export function PersonChips({ person, held, twice }: { person: Facts & { personId: string }; held: string | null; twice: boolean }) {
  const words = useWords()
  const health = useHealthOf(person.personId)
  const missing = person.missing.map((piece) => pieceInWords(piece, words))
  if (!held && !twice && !health && !person.isNew && !person.noPhoto && person.alerts.length + missing.length === 0) return null
  return (
    <Chips>
      {held && <Chip tone="danger">{words.say('register.held')}</Chip>}
      {person.alerts.map((alert) => <Chip key={alert} tone="needs">{alert}</Chip>)}
      {person.noPhoto && <Chip tone="danger">{words.say('register.noPhoto')}</Chip>}
      {person.isNew && <Chip tone="new">{words.say('register.new')}</Chip>}
      {twice && <Chip>{words.say('register.twice')}</Chip>}
      {missing.length > 0 && <Missing personId={person.personId} text={words.say('register.missing', { count: missing.length })} all={words.say('register.missingAll', { count: missing.length, pieces: words.list(missing) })} />}
      {health && <HealthChip person={health} />}
    </Chips>
  )
}

/** What is missing of the core form; pressing it goes on with the form. */
function Missing({ personId, text, all }: { personId: string; text: string; all: string }) {
  const sessionId = useSessionHere()
  if (!sessionId) return <Chip>{text}</Chip>
  return (
    <button type="button" className="chip-button" aria-label={all} onClick={() => go({ at: 'newcomer', sessionId, personId })}>
      <Chip>{text}</Chip>
    </button>
  )
}
