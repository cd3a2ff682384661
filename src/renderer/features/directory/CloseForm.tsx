import { longest } from '../../../shared/records/longest.ts'
import { service } from '../../../shared/records/service.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import type { Listing } from '../../workerLink/directoryViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { whichOf } from './whichOf.ts'

/** Closed for a while, from today: until when, and why. */
export function CloseForm({ one, onClose }: { one: Listing; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm(formKey('closeService', { entryId: one.id }), { until: '', because: '' })
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    const from = words.dateOf(present())
    saved(await worker.run('closeServiceForAWhile', { which: whichOf(one), from, until: typed.until || null, because: typed.because.trim() }))
  }
  return (
    <DialogForm title={`${words.say('service.closeTitle')}: ${one.name}`} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        type="date"
        label={words.say('service.closeUntil')}
        hint={words.say('service.closeUntilHint')}
        value={typed.until}
        autoFocus
        className="field--short"
        onChange={(event) => keep({ ...typed, until: event.target.value })}
      />
      <TextField
        label={words.say('service.closeBecause')}
        value={typed.because}
        maxLength={longest(service, 'closedBecause')}
        onChange={(event) => keep({ ...typed, because: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('service.closeSave')}
      </Button>
    </DialogForm>
  )
}
