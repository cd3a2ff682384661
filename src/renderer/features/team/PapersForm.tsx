import { colleague as record } from '../../../shared/records/colleague.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PapersView, TeamView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Of somebody of a partner also their last day (story 36). */
type Papers = PapersView & { partnerUntil: string | null }

const dates = ['trainedOn', 'dbsUntil', 'firstAidUntil'] as const

/** Phone, training, DBS and first aid of a colleague, for the rota (story 37). */
export function PapersForm({ colleague, onClose }: { colleague: TeamView['colleagues'][number]; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [papers, set, drop] = useEdits<Papers>(formKey('papers', { colleagueId: colleague.id }), {
    ...colleague.papers,
    partnerUntil: colleague.partner?.until ?? null,
  })
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async (form: HTMLFormElement) => {
    if (!form.checkValidity()) return refuse(words.say('papers.badDate'))
    const { phone, partnerUntil, ...days } = papers
    if (colleague.partner && !partnerUntil) return refuse(words.say('partner.untilMissing'))
    const fields = { ...days, ...(colleague.partner ? { partnerUntil } : {}), ...(phone === colleague.papers.phone ? {} : { phone: phone ?? '' }) }
    saved(await worker.run('editColleague', { colleagueId: colleague.id, fields }))
  }
  return (
    <DialogForm title={words.say('papers.title', { name: colleague.name })} refused={refused} onSubmit={(form) => void save(form)} onClose={onClose}>
      <TextField
        label={words.say('papers.phone')}
        type="tel"
        autoComplete="off"
        autoFocus
        maxLength={longest(record, 'phone')}
        value={papers.phone ?? ''}
        className="field--short"
        onChange={(event) => set({ phone: event.target.value || null })}
      />
      {dates.map((field) => (
        <TextField
          key={field}
          label={words.say(`papers.${field}`)}
          type="date"
          min="1990-01-01"
          max="2099-12-31"
          value={papers[field] ?? ''}
          className="field--short"
          onChange={(event) => set({ [field]: event.target.value || null })}
        />
      ))}
      {colleague.partner && (
        <DayField
          label={words.say('partner.until')}
          hint={words.say('partner.untilHint')}
          value={papers.partnerUntil ?? ''}
          onChange={(event) => set({ partnerUntil: event.target.value || null })}
        />
      )}
      <p className="soft small">{words.say('papers.hint')}</p>
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('papers.save')}
        </Button>
      </p>
    </DialogForm>
  )
}
