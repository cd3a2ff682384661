import { needLabel } from '../../../shared/rules/needs.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { listingClosed, listingCost, listingPlace, listingTimes } from '../../words/listingInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { DirectoryView, Listing } from '../../workerLink/directoryViews.ts'

/** What fits, a row each. */
export function Listings({ view, onMore }: { view: DirectoryView; onMore: () => void }) {
  const words = useWords()
  if (view.found === 0) return <Empty title={words.say('directory.none')}>{words.say('directory.noneMore')}</Empty>
  return (
    <>
      <ul className="rows" aria-label={words.say('directory.list')}>
        {view.shown.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      {view.found > view.shown.length && (
        <div className="card__foot">
          <Button onClick={onMore}>{words.say('directory.more')}</Button>
        </div>
      )}
    </>
  )
}

function Row({ one }: { one: Listing }) {
  const words = useWords()
  const helps = one.needs.slice(0, 3).map(needLabel).join(', ')
  return (
    <li className="directory__row">
      <button type="button" className="directory__open" onClick={() => go({ at: 'service', entryId: one.id })}>
        <span className="directory__who">
          <span className="row__name">{one.name}</span>
          <span className="soft small">{[one.organiser, listingPlace(one)].filter(Boolean).join(' · ')}</span>
          {helps && <span className="soft small">{helps}</span>}
        </span>
        <span className="directory__when">
          <span>{listingTimes(one, words) || words.say('service.noTime')}</span>
          <span className="soft small">{listingCost(one, words)}</span>
        </span>
        <Chips>
          <Chip>{words.say(`directory.one.${one.kind}`)}</Chip>
          <Standing one={one} />
        </Chips>
      </button>
    </li>
  )
}

/** What one must know before sending anybody there. */
export function Standing({ one }: { one: Listing }) {
  const words = useWords()
  return (
    <>
      {one.closed && <Chip tone="needs">{listingClosed(one, words)}</Chip>}
      {!one.closed && one.vacancy !== 'notKnown' && (
        <Chip tone={one.vacancy === 'places' ? 'good' : 'needs'}>{words.say(`directory.vacancy.${one.vacancy}`)}</Chip>
      )}
      {one.goneFromFeedOn && <Chip tone="needs">{words.say('directory.gone')}</Chip>}
    </>
  )
}
