import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { KioskRequestRow } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import type { MessageId } from '../../words/en.ts'
import { Say } from '../../words/Say.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const sentences: Record<KioskRequestRow['kind'], MessageId> = {
  changed: 'kioskRequest.changed',
  help: 'kioskRequest.help',
  noPhotos: 'kioskRequest.noPhotos',
  someoneNew: 'kioskRequest.someoneNew',
}

/** Who asked for the leader at the kiosk, until somebody has spoken to them (story 17). */
export function KioskRequestPanel({ sessionId, onAdd }: { sessionId: string; onAdd: (firstName: string, done: () => void) => void }) {
  const words = useWords()
  const worker = useWorker()
  const rows = useView('kioskRequests', { sessionId })
  if (!rows || rows.length === 0) return null
  const seen = async (row: KioskRequestRow) => {
    const result = await worker.run('seeToKioskRequest', { kioskRequestId: row.kioskRequestId })
    if (!result.ok && result.reason !== 'nothingChanged') say(reasonInWords(result.reason, words))
  }
  return (
    <section aria-label={words.say('kioskRequest.title')}>
      <Notice tone="needs" title={words.say('kioskRequest.title')} heading>
        <ul className="kiosk-requests">
          {rows.map((row) => (
            <Row key={row.kioskRequestId} row={row} onSeen={() => void seen(row)} onAdd={onAdd} />
          ))}
        </ul>
      </Notice>
    </section>
  )
}

function Row({ row, onSeen, onAdd }: { row: KioskRequestRow; onSeen: () => void; onAdd: (firstName: string, done: () => void) => void }) {
  const words = useWords()
  const name = row.name ? fullName({ ...row, name: row.name }, words) : (row.firstName ?? words.say('kioskRequest.nobody'))
  const { firstName, personId } = row
  const who = personId ? (
    <Button look="link" className="link--inline" onClick={() => go({ at: 'person', personId })}>
      {name}
    </Button>
  ) : (
    name
  )
  return (
    <li className="kiosk-requests__row">
      <span className="grow">
        <Say id={sentences[row.kind]} values={{ name: who }} /> <span className="soft small">{words.time(row.at)}</span>
      </span>
      {row.kind === 'someoneNew' && firstName && (
        <Button onClick={() => onAdd(firstName, onSeen)}>{words.say('kioskRequest.add', { name: firstName })}</Button>
      )}
      <Button about={name} onClick={onSeen}>
        {words.say('kioskRequest.seen')}
      </Button>
    </li>
  )
}
