import { useState } from 'react'
import { longest } from '../../shared/records/longest.ts'
import { showing as record } from '../../shared/records/showing.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import type { Use } from '../../shared/rules/mayUse.ts'
import { useWorker } from '../workerLink/link.ts'
import { useForm } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { DialogForm } from './DialogForm.tsx'
import { useSaving } from './useSaving.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choices.tsx'
import { DayField, TextField } from '../ui/Field.tsx'
import { useWords } from '../words/useWords.ts'

type Shown = { storyId: string } | { mediaId: string }

/** Says where a story, or a picture or film, is shown, so that it can be found again when it has to be taken down. @param uses those that are agreed */
export function ShowForm({ of, uses, today, onClose }: { of: Shown; uses: readonly Use[]; today: PlainDate; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm(formKey('showStory', { storyId: 'storyId' in of ? of.storyId : of.mediaId }), {
    use: uses[0]!,
    where: '',
    since: today,
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!typed.where.trim() || !typed.since) return
    const place = { ...typed, where: typed.where.trim() }
    saved(await ('storyId' in of ? worker.run('showStory', { ...of, ...place }) : worker.run('showMedia', { ...of, ...place })))
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
