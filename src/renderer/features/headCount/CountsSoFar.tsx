import type { HeadCountMoment } from '../../../shared/records/headCount.ts'
import type { CountView } from '../../workerLink/views.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { momentInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Out, half-way, back: what was counted, and which count this is. */
export function CountsSoFar({
  moments,
  counts,
  moment,
  onMoment,
}: {
  moments: readonly HeadCountMoment[]
  counts: readonly CountView[]
  moment: HeadCountMoment
  onMoment: (moment: HeadCountMoment) => void
}) {
  const words = useWords()
  return (
    <Card title={words.say('count.counts')}>
      <ul className="rows" aria-label={words.say('count.moment')}>
        {moments.map((one) => {
          const count = counts.findLast((made) => made.moment === one)
          return (
            <li key={one} className={one === moment ? 'count-row count-row--now' : 'count-row'}>
              <button type="button" className="count-row__button" aria-pressed={one === moment} onClick={() => onMoment(one)}>
                <span className="row__when figures">{count ? words.time(count.at) : '–'}</span>
                <span className="grow">{momentInWords(one, words)}</span>
                <Said count={count} />
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Said({ count }: { count: CountView | undefined }) {
  const words = useWords()
  if (!count) return <span className="soft small">{words.say('count.not')}</span>
  return <Chip tone={count.agrees ? 'good' : 'danger'}>{saidOf(count, words)}</Chip>
}

function saidOf({ counted, expected, babies }: CountView, words: ReturnType<typeof useWords>): string {
  const heads = words.say('count.of', { counted, expected })
  return babies && babies.expected + babies.counted > 0 ? `${heads}, ${words.say('count.babiesOf', babies)}` : heads
}
