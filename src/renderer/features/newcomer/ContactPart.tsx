import { useEffect, useRef, useState } from 'react'
import { emergencyContact } from '../../../shared/records/emergencyContact.ts'
import { longest } from '../../../shared/records/longest.ts'
import { tidyPhone } from '../../../shared/rules/contactDetails.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import type { PersonFields } from '../../parts/usePersonForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const empty = { name: '', relationship: '', phone: '' }

/** Somebody to ring, or why there is nobody. A number makes it a contact; name and relationship follow into it. */
export function ContactPart({ person, sessionId, fields }: { person: PersonView; sessionId: string; fields: PersonFields }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm(formKey('contact', { personId: person.personId, contactId: 'core', sessionId }), empty)
  const [failed, setFailed] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [hadNobody] = useState(person.contacts.length === 0) // stays: a field that vanishes takes the focus with it
  /** The contact made here; those of before are not shown without writing down that somebody looked. */
  const made = useRef<string | null>(null)
  const saving = useRef(false)
  const phone = tidyPhone(typed.phone)
  if (phone) made.current ??= person.contacts.find((one) => one.phone.value === phone)?.id ?? null // typed here before a restart
  useEffect(
    () => () => {
      if (made.current) drop()
    },
    // oxlint-disable-next-line react/exhaustive-deps -- when the form closes
    [],
  )
  const odd = left && typed.phone.trim() !== '' && !phone
  const leave = async () => {
    if (!phone || saving.current) return
    saving.current = true
    const contact = { name: typed.name.trim(), phone, ...(typed.relationship.trim() ? { relationship: typed.relationship.trim() } : {}) }
    const result = made.current
      ? await worker.run('editEmergencyContact', { contactId: made.current, fields: contact })
      : await worker.run('addEmergencyContact', { personId: person.personId, ...contact })
    saving.current = false
    if (result.ok && result.value) made.current = result.value.contactId
    setFailed(result.ok || result.reason === 'nothingChanged' ? null : reasonInWords(result.reason, words))
  }
  const field = (part: keyof typeof empty) => ({
    id: part === 'name' ? 'core-contactName' : `core-contact-${part}`,
    value: typed[part],
    autoComplete: 'off',
    maxLength: longest(emergencyContact, part),
    onChange: (event: { target: { value: string } }) => keep({ ...typed, [part]: event.target.value }),
    onBlur: () => {
      if (part === 'phone') setLeft(true)
      void leave()
    },
  })
  const before = person.contacts.length > 0 && made.current === null
  if (before && typed.phone === '') return <KnownContacts person={person} />
  return (
    <Card title={words.say('core.emergency')}>
      <div className="card__body">
        {failed && (
          <Notice tone="danger" urgent>
            {failed}
          </Notice>
        )}
        <TextField label={words.say('core.contactName')} {...field('name')} />
        <TextField
          label={words.say('core.contactRelationship', { name: person.givenName })}
          hint={words.say('contact.relationshipHint')}
          {...field('relationship')}
        />
        <TextField
          label={words.say('core.contactPhone')}
          hint={words.say('core.contactPhoneHint')}
          type="tel"
          className="field--short"
          error={odd ? words.say('edit.phoneUnreadable') : null}
          {...field('phone')}
        />
        {hadNobody && <TextField label={words.say('core.noContact')} hint={words.say('core.noContactHint')} {...fields.text('noContactBecause')} />}
      </div>
    </Card>
  )
}

function KnownContacts({ person }: { person: PersonView }) {
  const words = useWords()
  return (
    <Card title={words.say('core.emergency')}>
      <div className="card__body">
        <p id="core-contactName" tabIndex={-1}>
          {words.say('core.contactKnown', { count: person.contacts.length })}
        </p>
        <Button look="link" onClick={() => go({ at: 'person', personId: person.personId })}>
          {words.say('core.contactShow')}
        </Button>
      </div>
    </Card>
  )
}
