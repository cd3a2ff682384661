import { useState } from 'react'
import type { Use } from '../../../shared/rules/mayUse.ts'
import { longest } from '../../../shared/records/longest.ts'
import { showing } from '../../../shared/records/showing.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** Says where it is shown: only for a use to which everybody in it agrees. */
export function ShowForm({ mediaId, may, onClose }: { mediaId: string; may: readonly Use[]; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const fresh = { use: may[0] as Use, where: '', since: words.dateOf(present()) }
  const [form, set, drop] = useEdits(formKey('mediaShow', { mediaId }), fresh)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (form.where.trim() && form.since) saved(await worker.run('showMedia', { mediaId, ...form }))
  }
  return (
    <DialogForm title={words.say('stories.show')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('stories.use')}
        value={form.use}
        onChoose={(use) => set({ use })}
        choices={may.map((use) => ({ value: use, label: words.say(`use.${use}`) }))}
      />
      <TextField
        label={words.say('stories.where')}
        hint={words.say('stories.whereHint')}
        value={form.where}
        maxLength={longest(showing, 'where')}
        error={asked && !form.where.trim() ? words.say('reason.sayWhere') : null}
        onChange={(event) => set({ where: event.target.value })}
      />
      <DayField
        label={words.say('stories.since')}
        value={form.since}
        error={asked && !form.since ? words.say('agree.dayMissing') : null}
        onChange={(event) => set({ since: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('stories.save')}
      </Button>
    </DialogForm>
  )
}
