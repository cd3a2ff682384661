import { longest } from '../../shared/records/longest.ts'
import { showing as record } from '../../shared/records/showing.ts'
import { useWorker } from '../workerLink/link.ts'
import { useForm } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { DialogForm } from './DialogForm.tsx'
import { useSaving } from './useSaving.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choices.tsx'
import { DayField, TextField } from '../ui/Field.tsx'
import { present } from '../words/present.ts'
import { useWords } from '../words/useWords.ts'

const ends = ['takenDown', 'cannot'] as const

/** What was done about a place where something is shown: taken down, or it cannot be, as it is printed and gone out (story 34). */
export function DownForm({ one: { showingId, where }, onClose }: { one: { showingId: string; where: string }; onClose: () => void }) {
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
