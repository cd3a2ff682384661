import './offers.css'
import type { OfferRow, OffersView } from '../workerLink/matchViews.ts'
import { useView } from '../workerLink/useView.ts'
import { go } from '../state/place.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Chip, Chips, type Tone } from '../ui/Chip.tsx'
import { Empty } from '../ui/Empty.tsx'
import { callInWords, gotInWords } from '../words/matchInWords.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { OfferActs } from './OfferActs.tsx'

const tones: Record<OfferRow['state'], Tone> = { offered: 'new', accepted: 'good', declined: 'plain', waiting: 'needs', noneSuitable: 'needs' }

/** What somebody was offered, what they said, and whether they got there: of the registers, nobody types it (stories 22 and 23). */
export function Offers({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('offers', { personId })
  const find = <Button onClick={() => go({ at: 'match', personId })}>{words.say('match.do')}</Button>
  return (
    <Card title={words.say('offers.title')} foot={find}>
      {view?.offers.length === 0 && <Empty title={words.say('offers.none')} />}
      {view && view.offers.length > 0 && (
        <ul className="rows offers">
          {view.offers.map((row) => (
            <One key={row.offerId} row={row} view={view} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function One({ row, view }: { row: OfferRow; view: OffersView }) {
  const words = useWords()
  const what = row.state === 'noneSuitable' ? words.say('offers.state.noneSuitable') : (row.what ?? words.say('offers.gone'))
  return (
    <li>
      <span className="offers__head">
        <span className="row__name grow">{what}</span>
        <OfferState row={row} />
      </span>
      <span className="soft small">{datesInWords(row, words)}</span>
      {row.becauseWords && <span className="offers__words">{row.becauseWords}</span>}
      {row.got && <span>{gotInWords(row.got, words)}</span>}
      <OfferActs row={row} person={view} />
    </li>
  )
}

/** What they said, and the call that is due. */
export function OfferState({ row }: { row: OfferRow }) {
  const words = useWords()
  const call = row.got && callInWords(row.got, words)
  return (
    <Chips>
      {row.state !== 'noneSuitable' && <Chip tone={tones[row.state]}>{words.say(`offers.state.${row.state}`)}</Chip>}
      {row.because && <Chip>{words.say(`offers.because.${row.because}`)}</Chip>}
      {call && <Chip tone="needs">{call}</Chip>}
    </Chips>
  )
}

function datesInWords(row: OfferRow, words: Words): string {
  const first = row.state === 'accepted' && row.firstOn
  return [
    words.say('offers.on', { day: words.shortDay(row.offeredOn) }),
    row.answeredOn ? words.say('offers.answered', { day: words.shortDay(row.answeredOn) }) : '',
    first ? words.say('offers.firstOn', { day: words.shortDay(first) }) : '',
    row.goesAlong ? words.say('offers.firstWith', { name: row.goesAlong }) : '',
    row.meetAt ? words.say('offers.firstAt', { place: row.meetAt }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
