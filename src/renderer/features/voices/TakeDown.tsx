import { useState } from 'react'
import type { TakeDownRow } from '../../workerLink/voiceViews.ts'
import { DownForm } from '../../parts/DownForm.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** What is shown and may be no more, with where and who put it there (story 34). */
export function TakeDown({ rows }: { rows: readonly TakeDownRow[] }) {
  const words = useWords()
  const [open, setOpen] = useState<TakeDownRow | null>(null)
  if (rows.length === 0) return null
  return (
    <Notice tone="danger" heading title={words.say('stories.takeDown')}>
      <ul className="rows" aria-label={words.say('stories.takeDown')}>
        {rows.map((one) => (
          <li key={one.showingId} className="row--top">
            <span className="grow">
              <b>
                {words.say('stories.takeDownOne', {
                  where: one.where,
                  use: words.say(`use.${one.use}`),
                  day: words.fullDate(one.since),
                  why: words.say(`useStands.${one.why}`),
                })}
              </b>
              <br />
              <q className="voices__words">{one.words}</q>
              <br />
              <span className="soft small">{words.say('stories.takeDownBy', { by: one.by })}</span>
            </span>
            <Button about={one.where} onClick={() => setOpen(one)}>
              {words.say('stories.down')}
            </Button>
          </li>
        ))}
      </ul>
      {open && <DownForm one={open} onClose={() => setOpen(null)} />}
    </Notice>
  )
}
