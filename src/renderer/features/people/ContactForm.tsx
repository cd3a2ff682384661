import { useState } from 'react'
import { emergencyContact } from '../../../shared/records/emergencyContact.ts'
import { longest } from '../../../shared/records/longest.ts'
import { tidyPhone } from '../../../shared/rules/contactDetails.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

type Contact = PersonView['contacts'][number]

/** One emergency contact: new, changed or removed. */
export function ContactForm({ person, contact, onClose }: { person: PersonView; contact: Contact | null; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const fresh = { name: contact?.name ?? '', relationship: contact?.relationship ?? '', phone: contact?.phone.value ?? '' }
  const [fields, set, drop] = useEdits(formKey('contact', { personId: person.personId, contactId: contact?.id ?? 'new' }), fresh)
  const [asked, setAsked] = useState(false)
  const phone = tidyPhone(fields.phone)
  const phoneError = !fields.phone.trim() ? words.say('contact.phoneMissing') : phone ? null : words.say('edit.phoneUnreadable')
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!phone) return
    const input = { name: fields.name.trim(), phone, ...(fields.relationship.trim() ? { relationship: fields.relationship.trim() } : {}) }
    if (contact) saved(await worker.run('editEmergencyContact', { contactId: contact.id, fields: input }))
    else saved(await worker.run('addEmergencyContact', { personId: person.personId, ...input }))
  }
  const remove = async () => {
    if (contact) saved(await worker.run('editEmergencyContact', { contactId: contact.id, fields: { removedBecause: words.say('contact.removed') } }))
  }
  return (
    <DialogForm title={words.say('contact.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('contact.name')}
        value={fields.name}
        autoFocus
        autoComplete="off"
        maxLength={longest(emergencyContact, 'name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={words.say('contact.relationship', { name: person.name })}
        hint={words.say('contact.relationshipHint')}
        value={fields.relationship}
        autoComplete="off"
        maxLength={longest(emergencyContact, 'relationship')}
        onChange={(event) => set({ relationship: event.target.value })}
      />
      <TextField
        label={words.say('contact.phone')}
        type="tel"
        value={fields.phone}
        autoComplete="off"
        maxLength={longest(emergencyContact, 'phone')}
        className="field--short"
        error={asked ? phoneError : null}
        onChange={(event) => set({ phone: event.target.value })}
      />
      <div className="chips">
        <Button type="submit" look="go" keyLabel="Enter">
          {words.say('contact.save')}
        </Button>
        {contact && (
          <Button look="danger" onClick={() => void remove()}>
            {words.say('contact.remove')}
          </Button>
        )}
      </div>
    </DialogForm>
  )
}
