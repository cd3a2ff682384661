import { useState } from 'react'
import type { FileTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { csvOf, noList, type ImportDraft } from './usePlan.ts'

/** A file from a spreadsheet, or a list that is pasted. The text of a file is not to be typed into: a key pressed there would cut it. */
export function ChooseList({ draft, onDraft }: { draft: ImportDraft; onDraft: (draft: ImportDraft) => void }) {
  const words = useWords()
  const worker = useWorker()
  const [trouble, setTrouble] = useState<FileTrouble | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = await file.arrayBuffer().catch(() => null)
    const result = bytes ? await worker.readList({ bytes: new Uint8Array(bytes) }) : { ok: false as const, reason: 'fileUnreadable' as const }
    setTrouble(result.ok ? null : result.reason)
    if (result.ok) onDraft({ ...noList, name: file.name, sheets: result.value })
  }
  return (
    <Card>
      <div className="card__body">
        {trouble && (
          <Notice tone="danger" urgent>
            {words.say(`fileTrouble.${trouble}`)}
          </Notice>
        )}
        {draft.name !== null && (
          <p className="import__name">
            <b>{draft.name}</b>
          </p>
        )}
        <div className="import__file">
          <FileButton accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,text/csv" onFile={(file) => void read(file)}>
            {words.say(draft.name === null ? 'import.choose' : 'import.another.file')}
          </FileButton>
          {draft.name === null ? (
            <span className="soft">{words.say('import.chooseMore')}</span>
          ) : (
            <Button onClick={() => onDraft(noList)}>{words.say('import.drop')}</Button>
          )}
        </div>
        {draft.sheets.length > 1 && (
          <Radios
            legend={words.say('import.sheet')}
            inline
            value={String(draft.sheet)}
            onChoose={(sheet) => onDraft({ ...draft, sheet: Number(sheet), choices: noList.choices })}
            choices={draft.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          />
        )}
        {draft.name === null && (
          <TextArea
            label={words.say('import.paste')}
            hint={words.say('import.pasteHint')}
            rows={4}
            spellCheck={false}
            value={csvOf(draft)}
            onChange={(event) => onDraft({ ...noList, sheets: [{ name: '', csv: event.target.value }] })}
          />
        )}
      </div>
    </Card>
  )
}
