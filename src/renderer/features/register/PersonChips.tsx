import type { HeldCode } from '../../../shared/sync/protocol.ts'
import type { PersonChips as Facts } from '../../desk/views.ts'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** What one must know about somebody at a glance. */
export function PersonChips({ person, held, twice }: { person: Facts; held: HeldCode | null; twice: boolean }) {
  const words = useWords()
  const missing = person.missing.map((piece) => pieceInWords(piece, words))
  if (!held && !twice && !person.isNew && !person.noPhoto && person.alerts.length + missing.length === 0) return null
  return (
    <Chips>
      {held && <Chip tone="danger">{words.say('register.held')}</Chip>}
      {person.alerts.map((alert) => <Chip key={alert} tone="needs">{alert}</Chip>)}
      {person.noPhoto && <Chip tone="danger">{words.say('register.noPhoto')}</Chip>}
      {person.isNew && <Chip tone="new">{words.say('register.new')}</Chip>}
      {twice && <Chip>{words.say('register.twice')}</Chip>}
      {missing.length > 0 && (
        <Chip>
          <span aria-hidden="true">{words.say('register.missing', { count: missing.length })}</span>
          <span className="out-of-sight">{words.say('register.missingAll', { count: missing.length, pieces: words.list(missing) })}</span>
        </Chip>
      )}
    </Chips>
  )
}
