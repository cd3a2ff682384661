import { useState } from 'react'
import { exportLog } from '../../../shared/records/exportLog.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { useView } from '../../workerLink/useView.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { headingOf } from './headingOf.ts'
import { useExport, type Format } from './useExport.ts'

/** The same figures as a file, without what may not leave the laptop. Why is asked, and kept with who and when. */
export function SaveFile({ asked, of }: { asked: AskedReport; of: string }) {
  const words = useWords()
  const table = useView('report', { ...asked, forFile: true })
  const [why, type, drop] = useForm(formKey('exportWhy', { report: asked.name }), '')
  const [missing, setMissing] = useState(false)
  const { failed, save } = useExport(asked, of)
  if (!table || table.rows.length === 0 || table.columns.length === 0) return null
  const press = async (format: Format) => {
    setMissing(why.trim() === '')
    if (why.trim() !== '' && (await save(table, why.trim(), format))) drop()
  }
  return (
    <div className="report__save">
      <TextField
        label={words.say('export.why')}
        hint={words.say('export.whyHint')}
        value={why}
        maxLength={longest(exportLog, 'why')}
        error={missing && why.trim() === '' ? words.say('reason.exportWhyNeeded') : null}
        onChange={(event) => type(event.target.value)}
      />
      <div className="notice__actions">
        <Button onClick={() => void press('csv')}>{words.say('report.csv')}</Button>
        <Button onClick={() => void press('xlsx')}>{words.say('report.xlsx')}</Button>
      </div>
      {table.withheld.length > 0 && (
        <span className="soft small">
          {words.say('report.csvWithheld', { columns: words.list(table.withheld.map((id) => headingOf(asked.name, id, words))) })}
        </span>
      )}
      {failed && (
        <Notice tone="danger" urgent>
          {failed}
        </Notice>
      )}
    </div>
  )
}
