import { useState } from 'react'
import type { FeedPlan, FieldDifference, PlannedEntry } from '../../../shared/portable/openReferralPlan.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { feedValue } from './feedValue.ts'

/** Drawn at a time. */
const page = 60
const tones = { new: 'new', changed: 'good', kept: 'plain', same: 'plain', removed: 'plain', gone: 'needs', over: 'needs' } as const

/** Every difference between the list and the directory, by entry and field; nothing is written yet. */
export function FeedPreview({
  plan,
  takes,
  onTakes,
  onImport,
}: {
  plan: FeedPlan
  takes: readonly string[]
  onTakes: (takes: string[]) => void
  onImport: () => void
}) {
  const words = useWords()
  const [most, setMost] = useState(page)
  if (plan.trouble) return <Notice tone="danger">{words.say(`feedTrouble.${plan.trouble}`)}</Notice>
  const shown = plan.entries.filter((one) => one.state !== 'same' || one.cut.length > 0)
  const many = (...states: PlannedEntry['state'][]) => plan.entries.filter((one) => states.includes(one.state)).length
  const counts = { new: many('new'), changed: many('changed'), same: many('same', 'kept', 'removed'), gone: many('gone', 'over') }
  const nothing = plan.writes.entries.length === 0 && plan.writes.gone.length === 0
  const toggle = (key: string, on: boolean) => onTakes(on ? [...takes, key] : takes.filter((one) => one !== key))
  return (
    <>
      <Notice
        title={words.say('feed.counts', counts)}
        actions={
          !nothing && (
            <Button look="go" onClick={onImport}>
              {words.say('feed.do')}
            </Button>
          )
        }
      >
        {[plan.whole ? '' : words.say('feed.page'), nothing ? words.say('feed.nothingToDo') : ''].filter(Boolean).join(' ')}
      </Notice>
      <Rejects plan={plan} />
      {shown.length > 0 && (
        <Card
          title={words.say('feed.entries')}
          foot={shown.length > most && <Button onClick={() => setMost(most + page * 3)}>{words.say('directory.more')}</Button>}
        >
          <ul className="rows" aria-label={words.say('feed.entries')}>
            {shown.slice(0, most).map((one) => (
              <Entry key={`${one.foreignId} ${one.state}`} one={one} takes={takes} onTake={toggle} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function Rejects({ plan }: { plan: FeedPlan }) {
  const words = useWords()
  if (plan.rejects.length === 0) return null
  return (
    <Card title={words.say('feed.rejects')}>
      <ul className="rows" aria-label={words.say('feed.rejects')}>
        {plan.rejects.slice(0, 200).map(({ number, name, why, where }) => (
          <li key={number}>{words.say('feed.reject', { number, name: name || 'none', why: words.say(`feedReject.${why}`, { where }) })}</li>
        ))}
      </ul>
    </Card>
  )
}

function Entry({ one, takes, onTake }: { one: PlannedEntry; takes: readonly string[]; onTake: (key: string, on: boolean) => void }) {
  const words = useWords()
  const more = one.state === 'gone' || one.state === 'over' ? 'feed.goneMore' : one.state === 'removed' ? 'feed.removedMore' : null
  return (
    <li className="feed__entry">
      <span className="feed__head">
        <span className="row__name">{one.name}</span>
        <Chip tone={tones[one.state]}>{words.say(`feed.state.${one.state}`)}</Chip>
        {more && <span className="soft small">{words.say(more)}</span>}
        {one.sameName && <span className="soft small">{words.say('feed.sameName')}</span>}
        {one.cut.length > 0 && (
          <span className="soft small">{words.say('feed.cut', { fields: words.list(one.cut.map((field) => words.say(`feedField.${field}`))) })}</span>
        )}
      </span>
      {one.differences.length > 0 && (
        <table className="table">
          <caption className="out-of-sight">{one.name}</caption>
          <thead>
            <tr>
              <th scope="col">{words.say('feed.field')}</th>
              <th scope="col">{words.say('feed.ours')}</th>
              <th scope="col">{words.say('feed.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {one.differences.map((difference) => (
              <Difference key={difference.field} one={one} difference={difference} takes={takes} onTake={onTake} />
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

function Difference({
  one,
  difference: { field, ours, feeds, changedHere },
  takes,
  onTake,
}: {
  one: PlannedEntry
  difference: FieldDifference
  takes: readonly string[]
  onTake: (key: string, on: boolean) => void
}) {
  const words = useWords()
  const key = `${one.foreignId}/${field}`
  const name = words.say(`feedField.${field}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{feedValue(field, ours, words) || words.say('feed.nothing')}</td>
      <td>
        {feedValue(field, feeds, words) || words.say('feed.nothing')}
        {changedHere && (
          <Checkbox
            label={
              <>
                {words.say('feed.take')}
                <span className="out-of-sight"> {words.say('feed.takeAbout', { field: name, name: one.name })}</span>
              </>
            }
            hint={words.say('feed.changedHere')}
            checked={takes.includes(key)}
            onChange={(on) => onTake(key, on)}
          />
        )}
      </td>
    </tr>
  )
}
