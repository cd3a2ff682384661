import { useState } from 'react'
import { colleague } from '../../../shared/records/colleague.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { Role } from '../../../shared/records/colleague.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { isWhole, PartnerFields, type PartnerTyped } from './PartnerFields.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'
import { roleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** What is typed; `partner` is a facilitator who works for somebody else (story 36). */
interface Typed extends PartnerTyped {
  name: string
  role: Role | 'partner'
}

const nobody: Typed = { name: '', role: 'facilitator', partnerOf: '', partnerUntil: '', groupId: '' }

const roles = [
  ['facilitator', 'colleague.facilitatorHint'],
  ['linkWorker', 'colleague.linkWorkerHint'],
  ['lead', 'colleague.leadHint'],
] as const

/** Somebody new in the team; their laptop gets a code afterwards. */
export function AddColleague({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, set, drop] = useEdits<Typed>(formKey('newColleague', { nth: 'new' }), nobody)
  const { name, role } = typed
  const partner = role === 'partner'
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!name.trim() || (partner && !isWhole(typed))) return
    const from = { partnerOf: typed.partnerOf.trim(), partnerUntil: typed.partnerUntil }
    const fields = partner ? { name: name.trim(), role: 'facilitator' as const, ...from } : { name: name.trim(), role }
    saved(await worker.run('createColleague', { fields, ...(partner ? { groupId: typed.groupId } : {}) }))
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
        choices={[
          ...roles.map(([value, hint]) => ({ value, label: roleInWords(value, words), hint: words.say(hint) })),
          { value: 'partner' as const, label: words.say('partner.role'), hint: words.say('partner.roleHint') },
        ]}
      />
      {partner && <PartnerFields typed={typed} asked={asked} onSet={set} />}
      <Button type="submit" look="go">
        {words.say('colleague.save')}
      </Button>
    </DialogForm>
  )
}
