import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { showing as record } from '../../../shared/records/showing.ts'
import type { TakeDownRow } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** What is shown and may be no more, with where and who put it there (story 34). */
export function TakeDown({ rows }: { rows: readonly TakeDownRow[] }) {
  const words = useWords()
  const [open, setOpen] = useState<TakeDownRow | null>(null)
  if (rows.length === 0) return null
  return (
    <Notice tone="danger" heading title={words.say('stories.takeDown')}>
      <ul className="rows" aria-label={words.say('stories.takeDown')}>
        {rows.map((one) => (
          <li key={one.showingId} className="row--top">
            <span className="grow">
              <b>
                {words.say('stories.takeDownOne', {
                  where: one.where,
                  use: words.say(`use.${one.use}`),
                  day: words.fullDate(one.since),
                  why: words.say(`useStands.${one.why}`),
                })}
              </b>
              <br />
              <q className="voices__words">{one.words}</q>
              <br />
              <span className="soft small">{words.say('stories.takeDownBy', { by: one.by })}</span>
            </span>
            <Button about={one.where} onClick={() => setOpen(one)}>
              {words.say('stories.down')}
            </Button>
          </li>
        ))}
      </ul>
      {open && <DownForm one={open} onClose={() => setOpen(null)} />}
    </Notice>
  )
}

const ends = ['takenDown', 'cannot'] as const

function DownForm({ one: { showingId, where }, onClose }: { one: TakeDownRow; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const fresh: { ended: (typeof ends)[number]; on: string; words: string } = { ended: 'takenDown', on: words.dateOf(present()), words: '' }
  const [typed, keep, drop] = useForm(formKey('takeDown', { showingId }), fresh)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => typed.on && saved(await worker.run('takeDown', { showingId, ...typed, words: typed.words.trim() }))
  return (
    <DialogForm title={`${words.say('stories.downTitle')} ${where}`} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('stories.downTitle')}
        value={typed.ended}
        choices={ends.map((value) => ({ value, label: words.say(value === 'cannot' ? 'stories.downCannot' : 'stories.downDone') }))}
        onChoose={(ended) => keep({ ...typed, ended })}
      />
      <TextField
        label={words.say('stories.downWords')}
        value={typed.words}
        maxLength={longest(record, 'endedWords')}
        onChange={(event) => keep({ ...typed, words: event.target.value })}
      />
      <DayField
        label={words.say('stories.downOn')}
        value={typed.on}
        error={typed.on ? null : words.say('agree.dayMissing')}
        onChange={(event) => keep({ ...typed, on: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('stories.downSave')}
      </Button>
    </DialogForm>
  )
}
