import { useState } from 'react'
import type { CorrectionRow, CorrectionsView } from '../../workerLink/retentionViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { fieldInWords, recordInWords, writtenInWords } from '../../words/officeWords.ts'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** What was corrected in somebody's details, asked of the surgery when it is wanted. */
export function Corrections({ personId }: { personId: string }) {
  const words = useWords()
  const worker = useWorker()
  const [view, setView] = useState<CorrectionsView | null | undefined>(undefined)
  const [asking, setAsking] = useState(false)
  const look = async () => {
    setAsking(true)
    setView(await worker.ask('corrections', { personId }).catch(() => null))
    setAsking(false)
  }
  return (
    <Card title={words.say('corrections.title')}>
      <div className="card__body rights">
        <p>{words.say('corrections.more')}</p>
        <p className="notice__actions">
          <Button off={asking} onClick={() => void look()}>
            {words.say(view ? 'corrections.again' : 'corrections.do')}
          </Button>
        </p>
        {view === null && <p role="status">{words.say('corrections.failed')}</p>}
      </div>
      {view && <Found view={view} />}
    </Card>
  )
}

function Found({ view }: { view: CorrectionsView }) {
  const words = useWords()
  return (
    <>
      <div className="card__body rights" role="status">
        {view.from === 'thisLaptop' && <p>{words.say('corrections.ownOnly')}</p>}
        <p>{words.say('corrections.found', { count: view.rows.length })}</p>
        {view.more && <p>{words.say('corrections.older')}</p>}
      </div>
      {view.rows.length > 0 && (
        <ul className="rows" aria-label={words.say('corrections.title')}>
          {view.rows.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  )
}

function Line({ one }: { one: CorrectionRow }) {
  const words = useWords()
  const [was, now] = [one.was, one.now].map((values) => writtenInWords(values, words, present()))
  return (
    <li>
      <span className="grow">
        <b>{one.record === 'person' ? fieldInWords(one.field, words) : `${recordInWords(one.record, words)}: ${fieldInWords(one.field, words)}`}</b>
        <br />
        {words.say('corrections.fromTo', { was, now })}
        <br />
        <span className="soft">
          {words.say('corrections.by', {
            by: one.by || words.say('act.somebody'),
            time: words.clock(one.at),
            date: words.fullDate(words.dateOf(one.at)),
          })}
        </span>
      </span>
    </li>
  )
}
