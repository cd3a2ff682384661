import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { showing } from '../../../shared/records/showing.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ShownView } from '../../workerLink/mediaViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** What was done about a place where it is shown: taken down, or it cannot be, as it is printed and gone out. */
export function DownForm({ one, onClose }: { one: ShownView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { showingId } = one
  const fresh = { ended: 'takenDown' as 'takenDown' | 'cannot', on: words.dateOf(present()), words: '' }
  const [form, set, drop] = useEdits(formKey('mediaDown', { showingId }), fresh)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (form.on) saved(await worker.run('takeDown', { showingId, ...form }))
  }
  return (
    <DialogForm title={words.say('stories.downTitle')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <p className="soft">{one.where}</p>
      <Radios
        legend={words.say('stories.down')}
        value={form.ended}
        onChoose={(ended) => set({ ended })}
        choices={[
          { value: 'takenDown', label: words.say('stories.downDone') },
          { value: 'cannot', label: words.say('stories.downCannot') },
        ]}
      />
      <TextField
        label={words.say('stories.downWords')}
        value={form.words}
        maxLength={longest(showing, 'endedWords')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <DayField
        label={words.say('stories.downOn')}
        value={form.on}
        error={asked && !form.on ? words.say('agree.dayMissing') : null}
        onChange={(event) => set({ on: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('stories.downSave')}
      </Button>
    </DialogForm>
  )
}
