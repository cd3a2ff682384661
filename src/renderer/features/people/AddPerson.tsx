import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { person } from '../../../shared/records/person.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

const nobody = { givenName: '', familyName: '', phone: '', groupId: '' }

/** What was searched for: a first name and the rest. */
function nameOf(text: string) {
  const [givenName = '', ...rest] = text.trim().split(/\s+/)
  return { givenName, familyName: rest.join(' ') }
}

/** Adds somebody who is not standing at the gate. */
export function AddPerson({ text, onClose }: { text: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const groups = useView('groups', null) ?? []
  const [form, set, drop] = useEdits(formKey('newPerson', { nth: 'new' }), { ...nobody, ...nameOf(text) })
  const { groupId, ...fields } = form
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<{ personId: string }>((answer) => {
    drop()
    onClose()
    if (answer) go({ at: 'person', personId: answer.personId })
  })
  const save = async () => {
    setAsked(true)
    if (!fields.givenName.trim()) return
    const given = Object.fromEntries(
      Object.entries(fields)
        .map(([name, value]) => [name, value.trim()])
        .filter(([, value]) => value),
    )
    const since = words.dateOf(present())
    saved(await worker.run('addPerson', { fields: given, since, ...(groupId ? { groupId } : {}) }))
  }
  return (
    <DialogForm title={words.say('addPerson.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <div className="field__pair">
        <TextField
          label={words.say('edit.givenName')}
          value={fields.givenName}
          autoFocus
          autoComplete="off"
          maxLength={longest(person, 'givenName')}
          error={asked && !fields.givenName.trim() ? words.say('edit.nameMissing') : null}
          onChange={(event) => set({ givenName: event.target.value })}
        />
        <TextField
          label={words.say('edit.familyName')}
          value={fields.familyName}
          autoComplete="off"
          maxLength={longest(person, 'familyName')}
          onChange={(event) => set({ familyName: event.target.value })}
        />
      </div>
      <TextField
        label={words.say('edit.phone')}
        type="tel"
        className="field--short"
        value={fields.phone}
        autoComplete="off"
        maxLength={longest(person, 'phone')}
        onChange={(event) => set({ phone: event.target.value })}
      />
      <SelectField label={words.say('addPerson.group')} value={groupId} onChange={(event) => set({ groupId: event.target.value })}>
        <option value="">{words.say('addPerson.noGroup')}</option>
        {groups.map((group) => (
          <option key={group.groupId} value={group.groupId}>
            {group.name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="go" keyLabel="Enter">
        {words.say('addPerson.do')}
      </Button>
    </DialogForm>
  )
}
