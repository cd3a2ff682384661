import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { showing as record } from '../../../shared/records/showing.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import type { Use } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Says where a story is shown, so that it can be found again when it has to be taken down. @param uses those that are agreed */
export function ShowForm({ storyId, uses, today, onClose }: { storyId: string; uses: readonly Use[]; today: PlainDate; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm(formKey('showStory', { storyId }), { use: uses[0]!, where: '', since: today })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (typed.where.trim() && typed.since) saved(await worker.run('showStory', { storyId, ...typed, where: typed.where.trim() }))
  }
  return (
    <DialogForm title={words.say('stories.show')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('stories.use')}
        value={typed.use}
        choices={uses.map((value) => ({ value, label: words.say(`use.${value}`) }))}
        onChoose={(use) => keep({ ...typed, use })}
      />
      <TextField
        label={words.say('stories.where')}
        hint={words.say('stories.whereHint')}
        value={typed.where}
        error={asked && !typed.where.trim() ? words.say('reason.sayWhere') : null}
        maxLength={longest(record, 'where')}
        onChange={(event) => keep({ ...typed, where: event.target.value })}
      />
      <DayField
        label={words.say('stories.since')}
        value={typed.since}
        error={asked && !typed.since ? words.say('agree.dayMissing') : null}
        onChange={(event) => keep({ ...typed, since: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('stories.save')}
      </Button>
    </DialogForm>
  )
}
