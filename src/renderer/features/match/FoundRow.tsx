import { useWorker } from '../../workerLink/link.ts'
import type { MatchingView, MatchRow, OfferRow } from '../../workerLink/matchViews.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { OfferActs } from '../../parts/OfferActs.tsx'
import { OfferState } from '../../parts/Offers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import {
  againstInWords,
  askInWords,
  costInWords,
  distanceInWords,
  forInWords,
  freshInWords,
  timesInWords,
  vacancyInWords,
} from '../../words/matchInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** One thing that somebody could be offered: what it is, why, and what to ask there first. */
export function FoundRow({ row, offer, view }: { row: MatchRow; offer: OfferRow | null; view: MatchingView }) {
  const words = useWords()
  const offerIt = useOffering(row, view)
  const facts = [row.organiser, row.place, timesInWords(row, words)].filter(Boolean).join(' · ')
  return (
    <li className="match__row">
      <div className="match__head">
        <span className="grow">
          <span className="row__name">{row.name}</span> {row.vacancy !== 'places' && <Chip tone="needs">{vacancyInWords(row, words)}</Chip>}
        </span>
        {offer ? <OfferState row={offer} /> : row.isMember ? <Chip tone="good">{words.say('match.member')}</Chip> : null}
        {!offer && !row.isMember && !row.closed && view.episodeId && (
          <Button about={row.name} onClick={() => void offerIt()}>
            {words.say('match.offer')}
          </Button>
        )}
      </div>
      {facts && <span className="soft small">{facts}</span>}
      <span className="soft small">{moreFacts(row, words)}</span>
      {row.closed && <span>{closedInWords(row.closed, words)}</span>}
      <Why row={row} />
      {offer && <OfferActs row={offer} person={view} />}
    </li>
  )
}

/** The reasons: for it, against it, to be asked. Told apart by mark and word, not by colour. */
function Why({ row }: { row: MatchRow }) {
  const words = useWords()
  if (row.for.length + row.against.length + row.ask.length === 0) return null
  return (
    <ul className="match__why" aria-label={words.say('match.why', { name: row.name })}>
      {row.against.map((one) => (
        <li key={`no ${one.code}`} className="match__no">
          {againstInWords(one, words)}
        </li>
      ))}
      {row.for.map((one) => (
        <li key={`yes ${JSON.stringify(one)}`} className="match__yes">
          {forInWords(one, words)}
        </li>
      ))}
      {row.ask.map((one) => (
        <li key={`ask ${JSON.stringify(one)}`} className="match__ask">
          {askInWords(one, words)}
        </li>
      ))}
    </ul>
  )
}

/** What no reason says already: how far, what it costs, whether there are places, how fresh it is. */
function moreFacts(row: MatchRow, words: Words): string {
  const said = new Set<string>([...row.for, ...row.against].map((one) => one.code))
  return [
    said.has('near') || said.has('tooFar') ? '' : distanceInWords(row.distance, words),
    ['free', 'cost', 'tooDear', 'notFree'].some((one) => said.has(one)) ? '' : costInWords(row, words),
    row.vacancy === 'places' ? vacancyInWords(row, words) : '',
    freshInWords(row, words),
  ]
    .filter(Boolean)
    .join(' · ')
}

function closedInWords({ until, because }: NonNullable<MatchRow['closed']>, words: Words): string {
  const why = { why: because, hasWhy: because ? 'yes' : 'no' }
  return until ? words.say('match.closedUntil', { day: words.shortDay(until), ...why }) : words.say('match.closedOpen', why)
}

/** Offers it, with the needs it answers. */
function useOffering(row: MatchRow, { personId, episodeId, name }: MatchingView) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  return async () => {
    if (!episodeId) return
    const to = { personId, episodeId, needs: row.needs, offeredOn: today }
    const done = row.groupId
      ? await worker.run('offerGroup', { ...to, groupId: row.groupId })
      : await worker.run('offerService', { ...to, serviceId: row.serviceId ?? '' })
    say(done.ok ? words.say('match.offered', { name: row.name, person: name }) : reasonInWords(done.reason, words))
  }
}
