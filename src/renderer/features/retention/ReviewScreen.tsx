import type { ErasedRow, RetentionRow, ReviewView } from '../../workerLink/retentionViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { untilInWords } from './inWords.ts'
import { Kept } from './Kept.tsx'

/** People that are listed at first, and more with each press. */
const atOnce = 50

/** Records to review, for leads: whose time is over and why, what is kept, who was erased (story 35). */
export function ReviewScreen() {
  const words = useWords()
  const [most, setMost] = useInWindow('review/most', atOnce)
  const view = useView('review', { most })
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('retention.title')} under={words.say('retention.under')} actions={back}>
      {view && (
        <>
          <Due view={view} onMore={() => setMost(most + atOnce)} />
          {view.kept.length > 0 && (
            <Card title={words.say('retention.kept')}>
              <Kept rows={view.kept} named />
            </Card>
          )}
          <Erased rows={view.erased} />
        </>
      )}
    </Page>
  )
}

function Due({ view, onMore }: { view: ReviewView; onMore: () => void }) {
  const words = useWords()
  if (!view.asAt) return <Notice tone="needs">{words.say('retention.notAsked')}</Notice>
  const asAt = words.say('retention.asAt', { time: words.clock(view.asAt), date: words.fullDate(words.dateOf(view.asAt)) })
  return (
    <Card title={words.say('retention.due', { count: view.dueCount })} aside={words.say('retention.soon', { count: view.soonCount })}>
      {view.due.length === 0 ? <Empty title={words.say('retention.nobody')}>{words.say('retention.nobodyMore')}</Empty> : <List rows={view.due} />}
      <div className="card__body">
        <p className="soft">{asAt}</p>
        {view.dueCount > view.due.length && <Button onClick={onMore}>{words.say('cases.more')}</Button>}
      </div>
    </Card>
  )
}

function List({ rows }: { rows: readonly RetentionRow[] }) {
  const words = useWords()
  return (
    <ul className="rows" aria-label={words.say('retention.dueList')}>
      {rows.map((one) => (
        <li key={one.personId}>
          <span className="grow">
            <b>{one.name}</b>
            <br />
            {untilInWords(one, words)}
          </span>
          <Button about={one.name} onClick={() => go({ at: 'rights', personId: one.personId })}>
            {words.say('retention.review')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** The stubs: that somebody was erased, when, by whom and why, and no word of them. */
function Erased({ rows }: { rows: readonly ErasedRow[] }) {
  const words = useWords()
  if (rows.length === 0) return null
  return (
    <Card title={words.say('retention.erased')}>
      <ul className="rows" aria-label={words.say('retention.erased')}>
        {rows.map((one) => (
          <li key={one.erasureId}>
            <span className="grow">
              {words.say(`retention.why.${one.why}`)}
              <br />
              <span className="soft">
                {words.say('retention.by', { by: one.by, day: words.fullDate(words.dateOf(one.at)) })}{' '}
                {words.say('retention.backups', { day: words.fullDate(one.backupsUntil) })}
              </span>
            </span>
            {!one.arrived && <Chip tone="needs">{words.say('retention.notArrived')}</Chip>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
