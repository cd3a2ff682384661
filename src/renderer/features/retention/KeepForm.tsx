import { retention } from '../../../shared/records/retention.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField, TextArea } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Keeps a record on hold, or for longer because it is still needed: why, and until when. */
export function KeepForm({ personId, decision, onClose }: { personId: string; decision: 'hold' | 'keep'; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('keepRecord', { personId }), { reason: '', lastDay: '' })
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    if (!form.reason.trim()) return refuse(words.say('retention.reasonMissing'))
    saved(await worker.run('keepRecord', { personId, decision, reason: form.reason, lastDay: form.lastDay || null }))
  }
  return (
    <DialogForm title={words.say(`retention.${decision}.do`)} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextArea
        label={words.say('retention.reason')}
        hint={words.say(`retention.${decision}.hint`)}
        value={form.reason}
        maxLength={longest(retention, 'reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <DayField
        label={words.say('retention.lastDay')}
        hint={words.say(`retention.${decision}.lastDayHint`)}
        value={form.lastDay}
        onChange={(event) => set({ lastDay: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('retention.save')}
        </Button>
      </p>
    </DialogForm>
  )
}
