import './parts.css'
import { memo } from 'react'
import { useView } from '../workerLink/useView.ts'
import { go } from '../state/place.ts'
import { useNow } from '../state/useNow.ts'
import { Button } from '../ui/Button.tsx'
import { incidentKinds } from '../words/healthInWords.ts'
import { useWords } from '../words/useWords.ts'

/** Reports and concerns stay here until they have arrived, and a concern until the lead has read it (stories 10, 11). */
export const Pinned = memo(function Pinned() {
  const words = useWords()
  const now = useNow()
  const pinned = useView('pinned', null)
  if (!pinned || pinned.incidents.length + pinned.concerns.length + pinned.toRead === 0) return null
  return (
    <div className="notice notice--needs notice--slim">
      <ul className="pinned" aria-label={words.say('pinned.title')}>
        {pinned.toRead > 0 && (
          <li>
            <span className="pinned__line">{words.say('pinned.toRead', { count: pinned.toRead })}</span>
            <Button look="link" onClick={() => go({ at: 'concerns' })}>
              {words.say('pinned.read')}
            </Button>
          </li>
        )}
        {pinned.concerns.map((one) => (
          <li key={one.id}>
            <span className="pinned__line">{words.say(`pinned.concern.${one.state}`, { when: words.momentToday(one.at, now) })}</span>
            <Button look="link" onClick={() => go({ at: 'concern', sessionId: null, addsTo: one.id })}>
              {words.say('pinned.add')}
            </Button>
          </li>
        ))}
        {pinned.incidents.map((one) => (
          <li key={one.id}>
            <span className="pinned__line">
              {words.say(`pinned.incident.${one.state === 'held' ? 'held' : 'waiting'}`, {
                kind: words.say(incidentKinds[one.kind]),
                group: one.group,
                when: words.momentToday(one.at, now),
              })}
            </span>
            <Button look="link" onClick={() => go({ at: 'incident', sessionId: one.sessionId })}>
              {words.say('pinned.open')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
})
