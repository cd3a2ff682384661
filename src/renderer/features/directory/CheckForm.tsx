import { longest } from '../../../shared/records/longest.ts'
import { service } from '../../../shared/records/service.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import type { Listing } from '../../workerLink/directoryViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { whichOf } from './whichOf.ts'

/** "Still right": who was asked, and Enter. */
export function CheckForm({ one, onClose }: { one: Listing; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [who, setWho, drop] = useForm(formKey('checkService', { entryId: one.id }), one.contactName)
  const { refused, saved } = useSaving(() => {
    drop()
    say(words.say('directory.checked', { name: one.name }))
    onClose()
  })
  return (
    <DialogForm
      title={`${words.say('directory.stillRight')}: ${one.name}`}
      refused={refused}
      onSubmit={() => void worker.run('checkService', { which: whichOf(one), with: who.trim() }).then(saved)}
      onClose={onClose}
    >
      <TextField
        label={words.say('service.who')}
        hint={words.say('service.whoHint')}
        value={who}
        autoFocus
        maxLength={longest(service, 'checkedWith')}
        onChange={(event) => setWho(event.target.value)}
      />
      <Button type="submit" look="go" keyLabel="Enter">
        {words.say('directory.stillRight')}
      </Button>
    </DialogForm>
  )
}
