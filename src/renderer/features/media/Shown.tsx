import { useState } from 'react'
import type { MediaView, ShownView } from '../../workerLink/mediaViews.ts'
import { DownForm } from '../../parts/DownForm.tsx'
import { ShowForm } from '../../parts/ShowForm.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { present } from '../../words/present.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** Where it is shown, what must be taken down, and what was: with where and by whom. */
export function Shown({ view }: { view: MediaView }) {
  const words = useWords()
  const [showing, setShowing] = useState(false)
  const [down, setDown] = useState<ShownView | null>(null)
  const may = view.uses.filter((one) => one.may).map((one) => one.use)
  return (
    <Card title={words.say('media.shown')}>
      {view.shown.length > 0 && (
        <ul className="rows" aria-label={words.say('media.shown')}>
          {view.shown.map((one) => (
            <Line key={one.showingId} one={one} onDown={() => setDown(one)} />
          ))}
        </ul>
      )}
      <div className="card__body">
        {view.shown.length === 0 && <p>{words.say('media.shownNone')}</p>}
        {may.length > 0 ? (
          <Button onClick={() => setShowing(true)}>{words.say('stories.show')}</Button>
        ) : (
          !view.removed && <p className="soft">{words.say('stories.showNone')}</p>
        )}
      </div>
      {showing && <ShowForm of={{ mediaId: view.mediaId }} uses={may} today={words.dateOf(present())} onClose={() => setShowing(false)} />}
      {down && <DownForm one={down} onClose={() => setDown(null)} />}
    </Card>
  )
}

function Line({ one, onDown }: { one: ShownView; onDown: () => void }) {
  const words = useWords()
  return (
    <li className="row--top">
      <span className="grow">
        {words.say('stories.shownOne', { where: one.where, use: words.say(`use.${one.use}`), day: words.fullDate(one.since) })}
        <br />
        <span className="soft">{one.ended ? endedInWords(one.ended, words) : words.say('media.shownBy', { by: one.by })}</span>
        {one.toTakeDown && (
          <>
            <br />
            <Chip tone="danger">{words.say('media.downNow')}</Chip>
          </>
        )}
      </span>
      {!one.ended && (
        <Button about={one.where} onClick={onDown}>
          {words.say('stories.down')}
        </Button>
      )}
    </li>
  )
}

function endedInWords({ how, on, by, words: said }: NonNullable<ShownView['ended']>, words: Words): string {
  return words.say(how === 'takenDown' ? 'stories.downSaid' : 'stories.downCannotSaid', { day: words.fullDate(on), by, words: said })
}
