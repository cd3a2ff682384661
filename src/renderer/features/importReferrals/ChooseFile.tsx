import { useState } from 'react'
import type { FileTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { nothingChosen, type ReferralDraft } from './useReferralPlan.ts'

/** A spreadsheet, a Bundle, or the text of either. Of a workbook the first sheet that holds something. */
export function ChooseFile({ draft, onDraft }: { draft: ReferralDraft; onDraft: (draft: ReferralDraft) => void }) {
  const words = useWords()
  const worker = useWorker()
  const [trouble, setTrouble] = useState<FileTrouble | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = await file.arrayBuffer().catch(() => null)
    const result = bytes ? await worker.readList({ bytes: new Uint8Array(bytes) }) : { ok: false as const, reason: 'fileUnreadable' as const }
    setTrouble(result.ok ? null : result.reason)
    if (result.ok) onDraft({ ...nothingChosen, name: file.name, text: result.value[0]?.csv ?? '' })
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
          <p className="refer__name">
            <b>{draft.name}</b>
          </p>
        )}
        <div className="refer__file">
          <FileButton
            accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,.json,text/csv,application/json,application/fhir+json"
            onFile={(file) => void read(file)}
          >
            {words.say(draft.name === null ? 'referrals.choose' : 'referrals.another')}
          </FileButton>
          {draft.name === null ? (
            <span className="soft">{words.say('referrals.chooseMore')}</span>
          ) : (
            <Button onClick={() => onDraft(nothingChosen)}>{words.say('referrals.drop')}</Button>
          )}
        </div>
        {draft.name === null && (
          <TextArea
            label={words.say('referrals.paste')}
            hint={words.say('referrals.pasteHint')}
            rows={4}
            spellCheck={false}
            value={draft.text}
            onChange={(event) => onDraft({ ...nothingChosen, text: event.target.value })}
          />
        )}
      </div>
    </Card>
  )
}
