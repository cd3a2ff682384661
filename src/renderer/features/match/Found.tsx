import type { Asked, MatchingView, MatchesView, MatchRow, OfferRow } from '../../workerLink/matchViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useLongView } from '../../workerLink/useLongView.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'
import { FoundRow } from './FoundRow.tsx'

/** What was found: what fits, what is closed for now, what nearly fits. */
export function Found({ view, asked, most, onMore }: { view: MatchingView; asked: Asked; most: number; onMore: () => void }) {
  const words = useWords()
  const { personId } = view
  const found = useLongView('matches', { personId, asked, most })
  const offers = useView('offers', { personId })?.offers ?? []
  if (!found) return <Card title={words.say('match.fits')}>{null}</Card>
  const rows = (list: readonly MatchRow[]) => list.map((row) => <FoundRow key={row.id} row={row} offer={offerOf(row, offers)} view={view} />)
  const more = found.fitting - found.fits.length
  return (
    <>
      <Card
        title={words.say('match.fits')}
        aside={<span role="status">{words.say('match.fitsCount', { count: found.fitting, of: found.total })}</span>}
        {...(more > 0 ? { foot: <Button onClick={onMore}>{words.say('match.more', { count: more })}</Button> } : {})}
      >
        {found.fits.length === 0 && <Nothing found={found} />}
        <ul className="rows match__list">{rows(found.fits)}</ul>
      </Card>
      {found.closed.length > 0 && (
        <Card title={words.say('match.closed')}>
          <ul className="rows match__list">{rows(found.closed)}</ul>
        </Card>
      )}
      {found.others.length > 0 && (
        <Card title={words.say('match.others')}>
          <p className="card__body soft small">{words.say('match.othersMore')}</p>
          <ul className="rows match__list">{rows(found.others)}</ul>
        </Card>
      )}
    </>
  )
}

function Nothing({ found }: { found: MatchesView }) {
  const words = useWords()
  const empty = found.total === 0
  return (
    <Empty title={words.say(empty ? 'match.directoryEmpty' : 'match.nothing')}>
      {words.say(empty ? 'match.directoryEmptyMore' : 'match.nothingMore')}
    </Empty>
  )
}

/** The offer of this entry that stands, the latest first. */
function offerOf(row: MatchRow, offers: readonly OfferRow[]): OfferRow | null {
  const same = (one: OfferRow) => (row.groupId ? one.groupId === row.groupId : one.serviceId !== null && one.serviceId === row.serviceId)
  return offers.find((one) => same(one) && one.state !== 'declined') ?? null
}
