import './twoPeople.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import type { PairRow } from '../../workerLink/twoPeopleViews.ts'
import { Absent } from '../../parts/Absent.tsx'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { likenessesInWords } from '../../words/likenessInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** Shown at a time: what somebody looks at in one sitting. */
const page = 30

/** Everybody who may be written down twice, what is to be asked again, and who was joined (story 18). */
export function PairsScreen() {
  const words = useWords()
  const pairs = useView('pairs', null)
  const me = useView('me', null)
  if (!pairs || !me) return <Absent answer={undefined} />
  if (me.role === 'facilitator')
    return (
      <Page title={words.say('pairs.title')}>
        <Empty title={words.say('pairs.notYours')}>{words.say('pairs.notYoursMore')}</Empty>
      </Page>
    )
  return (
    <Page title={words.say('pairs.title')} under={words.say('pairs.under', { count: pairs.open.length })}>
      <Card title={words.say('pairs.list')}>
        {pairs.open.length === 0 ? (
          <Empty title={words.say('pairs.none')}>{words.say('pairs.noneMore')}</Empty>
        ) : (
          <Rows rows={pairs.open} label={words.say('pairs.list')} />
        )}
      </Card>
      {pairs.later.length > 0 && (
        <Card title={words.say('pairs.later')}>
          <Rows rows={pairs.later} label={words.say('pairs.later')} />
        </Card>
      )}
      {pairs.joined.length > 0 && (
        <Card title={words.say('pairs.joined')}>
          <Rows rows={pairs.joined} label={words.say('pairs.joined')} />
        </Card>
      )}
    </Page>
  )
}

function Rows({ rows, label }: { rows: readonly PairRow[]; label: string }) {
  const words = useWords()
  const [most, setMost] = useState(page)
  return (
    <>
      <ul className="rows" aria-label={label}>
        {rows.slice(0, most).map((row) => (
          <Pair key={`${row.one.personId}/${row.other.personId}`} row={row} />
        ))}
      </ul>
      {rows.length > most && (
        <div className="card__foot">
          <Button onClick={() => setMost(most + page)}>{words.say('pairs.more')}</Button>
        </div>
      )}
    </>
  )
}

function Pair({ row: { one, other, because } }: { row: PairRow }) {
  const words = useWords()
  const born = ({ bornOn }: PairRow['one']) => (bornOn ? words.say('person.born', { date: words.fullDate(bornOn) }) : '')
  const both = words.say('pairs.and', { one: one.name, other: other.name })
  const births = [...new Set([born(one), born(other)])].filter(Boolean).join(' / ')
  return (
    <li>
      <span className="grow">
        <span className="row__name">{both}</span>
        <span className="soft small two__more">{[likenessesInWords(because, words), births].filter(Boolean).join(' · ')}</span>
      </span>
      <Button about={both} onClick={() => go({ at: 'twoPeople', personId: one.personId, otherId: other.personId })}>
        {words.say('pairs.compare')}
      </Button>
    </li>
  )
}
