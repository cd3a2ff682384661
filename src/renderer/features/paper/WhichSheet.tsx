import type { PaperView } from '../../workerLink/sheetViews.ts'
import { useNow } from '../../state/useNow.ts'
import { SelectField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import type { PaperDraft } from './paperDraft.ts'

/** Which of the printed sheets it is, by its number: so that one that was keyed in before is recognised. */
export function WhichSheet({ view, draft, onChange }: { view: PaperView; draft: PaperDraft; onChange: (more: Partial<PaperDraft>) => void }) {
  const words = useWords()
  const now = useNow()
  const sheets = view.sheets.filter((sheet) => sheet.kind === 'register')
  const chosen = sheets.find((sheet) => sheet.sheetId === draft.sheetId)
  if (sheets.length === 0) return null
  return (
    <SelectField
      label={words.say('keyIn.sheet')}
      value={draft.sheetId}
      onChange={(event) => onChange({ sheetId: event.target.value })}
      hint={chosen?.keyedInAt ? words.say('keyIn.keyedBefore', { when: words.momentToday(chosen.keyedInAt, now) }) : null}
    >
      <option value="">{words.say('keyIn.sheetNone')}</option>
      {sheets.map((sheet) => (
        <option key={sheet.sheetId} value={sheet.sheetId}>
          {sheet.keyedInAt
            ? words.say('keyIn.sheetKeyed', { number: sheet.number, when: words.moment(sheet.keyedInAt, now) })
            : words.say('keyIn.sheetNamed', { number: sheet.number, when: words.moment(sheet.at, now) })}
        </option>
      ))}
    </SelectField>
  )
}
