import { memo, useCallback, useState } from 'react'
import { needLabel } from '../../../shared/rules/needs.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { gapTimes, maskedInWords } from '../../words/gapsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { GapLine, GapsView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'

/** Shown at a time, most people first: more than a screen, few enough to be drawn at once. Of 240 lines a change of the months took 55 ms. */
const page = 50

/** People by need, place and time of the week. Lines that are one are ticked and counted together. */
export function Board({
  view,
  months,
  may,
  onOpen,
  onLog,
}: {
  view: GapsView
  months: number
  may: boolean
  onOpen: (key: string) => void
  onLog: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [most, setMost] = useState(page)
  const tick = useCallback(
    (lineKey: string, on: boolean) => setTicked((before) => (on ? [...before, lineKey] : before.filter((key) => key !== lineKey))),
    [],
  )
  const { refused, saved } = useSaving(() => setTicked([]))
  const chosen = view.lines.filter((one) => ticked.includes(one.key))
  const join = async () => {
    const [into, ...others] = chosen
    const root = into?.rootIds[0]
    if (root) saved(await worker.run('joinGaps', { gapIds: [...into.rootIds.slice(1), ...others.flatMap((one) => one.rootIds)], into: root }))
  }
  if (view.lines.length === 0) {
    return (
      <Card>
        <Empty
          title={words.say('gaps.empty')}
          actions={
            may && (
              <Button look="go" onClick={onLog}>
                {words.say('gaps.log')}
              </Button>
            )
          }
        >
          {words.say('gaps.emptyMore')}
        </Empty>
      </Card>
    )
  }
  return (
    <Card title={words.say('gaps.board')}>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <table className="table gaps__table">
        <caption className="out-of-sight">{words.say('gaps.board')}</caption>
        <thead>
          <tr>
            {may && <th scope="col">{words.say('gaps.tick')}</th>}
            <th scope="col">{words.say('gaps.need')}</th>
            <th scope="col">{words.say('gaps.place')}</th>
            <th scope="col">{words.say('gaps.people')}</th>
            <th scope="col">{words.say('gaps.before', { months })}</th>
            <th scope="col">{words.say('gaps.times')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.slice(0, most).map((line) => (
            <Line key={line.key} line={line} months={months} may={may} ticked={ticked.includes(line.key)} onTick={tick} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {view.lines.length > most && (
        <div className="card__foot">
          <Button onClick={() => setMost(most + page * 3)}>{words.say('gaps.more', { count: Math.min(page * 3, view.lines.length - most) })}</Button>
        </div>
      )}
      {may && view.lines.length > 1 && (
        <div className="gaps__keys">
          {chosen.length > 1 ? (
            <Button onClick={() => void join()}>{words.say('gaps.joinTwo', { count: chosen.length })}</Button>
          ) : (
            <span className="soft small">{words.say('gaps.joinHint')}</span>
          )}
        </div>
      )}
      <p className="gaps__note">{words.say('gaps.masked')}</p>
    </Card>
  )
}

/** Drawn again only where it changed: each tick would draw the others anew. */
const Line = memo(function Line({
  line,
  months,
  may,
  ticked,
  onTick,
  onOpen,
}: {
  line: GapLine
  months: number
  may: boolean
  ticked: boolean
  onTick: (lineKey: string, on: boolean) => void
  onOpen: (lineKey: string) => void
}) {
  const words = useWords()
  const need = needLabel(line.need)
  return (
    <tr>
      {may && (
        <td>
          <Checkbox
            label={<span className="out-of-sight">{words.say('gaps.tickAbout', { need, place: line.place })}</span>}
            checked={ticked}
            onChange={(on) => onTick(line.key, on)}
          />
        </td>
      )}
      <th scope="row">
        <Button look="link" about={line.place} onClick={() => onOpen(line.key)}>
          {need}
        </Button>
      </th>
      <td>{line.place}</td>
      <td data-label={words.say('gaps.people')}>
        {maskedInWords(line.people, words)}{' '}
        {line.trend !== 'same' && <Chip tone={line.trend === 'rising' ? 'needs' : 'plain'}>{words.say(`gaps.${line.trend}`)}</Chip>}
      </td>
      <td data-label={words.say('gaps.before', { months })}>{maskedInWords(line.before, words)}</td>
      <td data-label={words.say('gaps.times')}>{gapTimes(line.times, words)}</td>
    </tr>
  )
})
