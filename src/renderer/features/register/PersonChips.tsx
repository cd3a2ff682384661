import type { Introduced, PersonChips as Facts } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { introducedInWords } from '../../words/introducedInWords.ts'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** What one must know about somebody at a glance, and what is not as with everybody. */
export function PersonChips({
  person,
  sessionId,
  held,
  twice,
}: {
  person: Facts & { personId: string; introduced: Introduced | null }
  sessionId: string
  held: string | null
  twice: boolean
}) {
  const words = useWords()
  const missing = person.missing.map((piece) => pieceInWords(piece, words))
  if (!held && !twice && !person.isNew && !person.noPhoto && person.alerts.length + missing.length === 0) return null
  return (
    <Chips>
      {held && <Chip tone="danger">{words.say('register.held')}</Chip>}
      {person.alerts.map((alert) => (
        <Chip key={alert} tone="needs">
          {alert}
        </Chip>
      ))}
      {person.noPhoto && <Chip tone="danger">{words.say('register.noPhoto')}</Chip>}
      {person.introduced ? (
        <Chip tone="new">{introducedInWords(person.introduced, words)}</Chip>
      ) : (
        person.isNew && <Chip tone="new">{words.say('register.new')}</Chip>
      )}
      {twice && <Chip>{words.say('register.twice')}</Chip>}
      {missing.length > 0 && (
        <button
          type="button"
          className="chip-button"
          aria-label={words.say('register.missingAll', { count: missing.length, pieces: words.list(missing) })}
          onClick={() => go({ at: 'newcomer', sessionId, personId: person.personId })}
        >
          <Chip>{words.say('register.missing', { count: missing.length })}</Chip>
        </button>
      )}
    </Chips>
  )
}
