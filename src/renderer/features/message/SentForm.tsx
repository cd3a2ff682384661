import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { MessageView, SentHow } from '../../workerLink/messageViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

const hows = ['printed', 'pdf', 'fhir', 'email'] as const

/** Somebody says that they sent a message, how and when: Gather sends none. */
export function SentForm({ one, how, onClose }: { one: MessageView; how: SentHow; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { messageId } = one
  const [form, set, drop] = useEdits(formKey('messageSent', { messageId }), { how, on: words.dateOf(present()) })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (form.on) saved(await worker.run('sayMessageSent', { messageId, sent: form }))
  }
  return (
    <DialogForm title={words.say('message.saySentTitle')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('message.how')}
        value={form.how}
        onChoose={(value) => set({ how: value })}
        choices={hows.map((value) => ({ value, label: words.say(`message.how.${value}`) }))}
      />
      <DayField
        label={words.say('message.on')}
        value={form.on}
        error={asked && !form.on ? words.say('message.dateMissing') : null}
        onChange={(event) => set({ on: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('message.saySent')}
      </Button>
    </DialogForm>
  )
}
