import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import type { EntryView } from '../../workerLink/directoryViews.ts'
import { CheckForm } from './CheckForm.tsx'

/** When somebody last checked it, who they asked, and the keys of the call. */
export function Checked({
  entry,
  may,
  onCloseForAWhile,
  onRemove,
}: {
  entry: EntryView
  may: boolean
  onCloseForAWhile: () => void
  onRemove: () => void
}) {
  const words = useWords()
  const [checking, setChecking] = useState(false)
  const { listing, checkedBy, feed } = entry
  const said = listing.checkedOn
    ? words.say('service.checkedBy', { day: words.fullDate(listing.checkedOn), by: checkedBy ?? 'none', who: listing.checkedWith || 'none' })
    : words.say('service.neverChecked')
  return (
    <Card title={words.say('service.check')}>
      <div className="card__body">
        {listing.phone && (
          <a className="link directory__phone" href={`tel:${listing.phone.replaceAll(' ', '')}`}>
            {listing.phone}
          </a>
        )}
        <p>
          {said} {listing.due && words.say('service.isDue')}
        </p>
        {feed && <p className="soft small">{words.say('service.fromFeed', { feed })}</p>}
        {may && (
          <div className="entry__keys">
            <Button look={listing.due ? 'go' : 'plain'} onClick={() => setChecking(true)}>
              {words.say('directory.stillRight')}
            </Button>
            {!listing.closed && <Button onClick={onCloseForAWhile}>{words.say('directory.closedKey')}</Button>}
            {listing.groupId === null && (
              <Button look="danger" onClick={onRemove}>
                {words.say('service.remove')}
              </Button>
            )}
          </div>
        )}
      </div>
      {checking && <CheckForm one={listing} onClose={() => setChecking(false)} />}
    </Card>
  )
}
