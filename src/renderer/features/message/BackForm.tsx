import { longest } from '../../../shared/records/longest.ts'
import { practiceMessage } from '../../../shared/records/practiceMessage.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MessageView } from '../../workerLink/messageViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** A message came back, and why. */
export function BackForm({ one: { messageId }, onClose }: { one: MessageView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('messageBack', { messageId }), { on: words.dateOf(present()), because: '' })
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => form.on && saved(await worker.run('sayMessageReturned', { messageId, returned: form }))
  return (
    <DialogForm title={words.say('message.sayBackTitle')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('message.backWhy')}
        autoFocus
        value={form.because}
        maxLength={longest(practiceMessage, 'returnedBecause')}
        onChange={(event) => set({ because: event.target.value })}
      />
      <DayField
        label={words.say('message.on')}
        value={form.on}
        error={form.on ? null : words.say('message.dateMissing')}
        onChange={(event) => set({ on: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('message.backSave')}
      </Button>
    </DialogForm>
  )
}
