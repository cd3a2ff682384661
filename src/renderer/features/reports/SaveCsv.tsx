import { useState } from 'react'
import { csvOf } from '../../../shared/reports/csv.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import { useView } from '../../workerLink/useView.ts'
import { saveText } from '../../host/saving.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { saidInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

/** The same figures as a file, without what may not leave the laptop. */
export function SaveCsv({ asked, file }: { asked: AskedReport; file: string }) {
  const words = useWords()
  const table = useView('report', { ...asked, forFile: true })
  const [failed, setFailed] = useState(false)
  if (!table || table.rows.length === 0 || table.columns.length === 0) return null
  const headings = (ids: readonly string[]) => ids.map((id) => headingOf(asked.name, id, words))
  const save = async () => {
    const saved = await saveText(
      file,
      csvOf(table, headings(table.columns.map((one) => one.id)), (one) => saidInWords(one, words)),
    ).catch(() => null)
    setFailed(saved === null)
    if (saved) say(words.say('report.saved'))
  }
  return (
    <div className="report__save">
      <Button onClick={() => void save()}>{words.say('report.csv')}</Button>
      {table.withheld.length > 0 && (
        <span className="soft small">{words.say('report.csvWithheld', { columns: words.list(headings(table.withheld)) })}</span>
      )}
      {failed && (
        <Notice tone="danger" urgent>
          {words.say('report.csvFailed')}
        </Notice>
      )}
    </div>
  )
}
