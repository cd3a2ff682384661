import { useState } from 'react'
import { colleague } from '../../../shared/records/colleague.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { Role } from '../../../shared/records/colleague.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'
import { roleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const roles = [
  ['facilitator', 'colleague.facilitatorHint'],
  ['linkWorker', 'colleague.linkWorkerHint'],
  ['lead', 'colleague.leadHint'],
] as const

/** Somebody new in the team; their laptop gets a code afterwards. */
export function AddColleague({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [{ name, role }, set, drop] = useEdits<{ name: string; role: Role }>(formKey('newColleague', { nth: 'new' }), {
    name: '',
    role: 'facilitator',
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (name.trim()) saved(await worker.run('createColleague', { fields: { name: name.trim(), role } }))
  }
  return (
    <DialogForm title={words.say('colleague.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('colleague.name')}
        value={name}
        autoFocus
        autoComplete="off"
        maxLength={longest(colleague, 'name')}
        error={asked && !name.trim() ? words.say('colleague.nameMissing') : null}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Radios
        legend={words.say('colleague.role')}
        value={role}
        onChoose={(chosen) => set({ role: chosen })}
        choices={roles.map(([value, hint]) => ({ value, label: roleInWords(value, words), hint: words.say(hint) }))}
      />
      <Button type="submit" look="go">
        {words.say('colleague.save')}
      </Button>
    </DialogForm>
  )
}
