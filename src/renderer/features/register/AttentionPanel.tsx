import { useDesk } from '../../desk/link.ts'
import { useView } from '../../desk/useView.ts'
import type { AttentionRow } from '../../desk/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import type { MessageId } from '../../words/en.ts'
import { Say } from '../../words/Say.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const sentences: Record<AttentionRow['kind'], MessageId> = {
  changed: 'attention.changed', help: 'attention.help', noPhotos: 'attention.noPhotos', someoneNew: 'attention.someoneNew',
}

/** Who asked for the leader at the kiosk, until somebody has spoken to them (story 17). */
export function AttentionPanel({ sessionId, onAdd }: { sessionId: string; onAdd: (firstName: string, done: () => void) => void }) {
  const words = useWords()
  const desk = useDesk()
  const rows = useView('attention', { sessionId })
  if (!rows || rows.length === 0) return null
  const seen = async (row: AttentionRow) => {
    const result = await desk.run('seeToAttention', { attentionId: row.attentionId })
    if (!result.ok && result.reason !== 'nothingChanged') say(reasonInWords(result.reason, words))
  }
  return (
    <section aria-label={words.say('attention.title')}>
      <Notice tone="needs" title={words.say('attention.title')} heading>
        <ul className="attention">
          {rows.map((row) => <Row key={row.attentionId} row={row} onSeen={() => void seen(row)} onAdd={onAdd} />)}
        </ul>
      </Notice>
    </section>
  )
}

function Row({ row, onSeen, onAdd }: { row: AttentionRow; onSeen: () => void; onAdd: (firstName: string, done: () => void) => void }) {
  const words = useWords()
  const name = row.name ? fullName({ ...row, name: row.name }, words) : row.firstName ?? words.say('attention.nobody')
  const { firstName, personId } = row
  const who = personId ? <Button look="link" className="link--inline" onClick={() => go({ at: 'person', personId })}>{name}</Button> : name
  return (
    <li className="attention__row">
      <span className="grow"><Say id={sentences[row.kind]} values={{ name: who }} /> <span className="soft small">{words.time(row.at)}</span></span>
      {row.kind === 'someoneNew' && firstName && (
        <Button onClick={() => onAdd(firstName, onSeen)}>{words.say('attention.add', { name: firstName })}</Button>
      )}
      <Button about={name} onClick={onSeen}>{words.say('attention.seen')}</Button>
    </li>
  )
}
