import type { HeldActView, WrittenView } from '../../workerLink/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { fieldInWords, recordInWords, writtenInWords } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'

/** What a held act would really write, field by field: its sentence is what the laptop says of it, and that may be wrong. */
export function Written({ act }: { act: HeldActView }) {
  const words = useWords()
  const left = act.changes - act.writes.length
  return (
    <div className="written">
      {act.writes.map((one, at) => (
        <Change key={at} change={one} />
      ))}
      {left > 0 && <p className="soft">{words.say('office.writesMore', { count: left })}</p>}
    </div>
  )
}

function Change({ change }: { change: WrittenView }) {
  const words = useWords()
  const now = useNow()
  return (
    <div className="written__change">
      <p className="written__record">{[recordInWords(change.record, words), change.subjects.join(', ')].filter(Boolean).join(': ')}</p>
      <dl className="written__fields">
        {change.fields.map(({ field, values }) => (
          <div key={field}>
            <dt>{fieldInWords(field, words)}</dt>
            <dd>{writtenInWords(values, words, now)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
