import { useState } from 'react'
import { Card } from '../../ui/Card.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import type { ImportDraft } from './usePlan.ts'

/** A file from a spreadsheet, or a list that is pasted. */
export function ChooseList({ draft, onDraft }: { draft: ImportDraft; onDraft: (draft: ImportDraft) => void }) {
  const words = useWords()
  const [error, setError] = useState(false)
  const read = async (files: FileList | null) => {
    const file = files?.[0]
    const csv = file ? await textOf(file) : null
    setError(csv === null)
    if (csv !== null) onDraft({ csv, columns: null })
  }
  return (
    <Card>
      <div className="card__body">
        {error && <Notice tone="danger" urgent>{words.say('import.unreadable')}</Notice>}
        <div className="import__file">
          <label className="button file">
            {words.say('import.choose')}
            <input type="file" className="out-of-sight" accept=".csv,.txt,text/csv" onChange={(event) => void read(event.target.files)} />
          </label>
          <span className="soft">{words.say('import.chooseMore')}</span>
        </div>
        <TextArea
          label={words.say('import.paste')} hint={words.say('import.pasteHint')} rows={4} spellCheck={false} value={draft.csv.slice(0, 20_000)}
          onChange={(event) => onDraft({ csv: event.target.value, columns: null })}
        />
      </div>
    </Card>
  )
}

/** The text of a file as spreadsheets write it: UTF-8, or what Excel calls "CSV" without saying so. */
async function textOf(file: File): Promise<string | null> {
  try {
    const bytes = await file.arrayBuffer()
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder('windows-1252').decode(bytes)
    }
  } catch {
    return null
  }
}
