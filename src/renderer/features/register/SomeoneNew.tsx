import { useState, type FormEvent } from 'react'
import { useDesk } from '../../desk/link.ts'
import type { RegisterView } from '../../desk/views.ts'
import { useDraft } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { nameFrom } from './nameFrom.ts'

interface NewPerson {
  givenName: string
  familyName: string
  phone: string
  member: boolean
}

const nobody: NewPerson = { givenName: '', familyName: '', phone: '', member: true }

/** Adds somebody and signs them in. What is typed stays when the form is closed, until it is saved. */
export function SomeoneNew({ register, text, because, onDone, onClose }: {
  register: RegisterView; text: string; because: string | undefined
  onDone: (personId: string, name: string) => void; onClose: () => void
}) {
  const words = useWords()
  const desk = useDesk()
  const [draft, keep, drop] = useDraft<NewPerson>(`someoneNew/${register.sessionId}`, nobody)
  const [person, setPerson] = useState(text.trim() ? { ...draft, ...nameFrom(text) } : draft)
  const [error, setError] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const set = (more: Partial<NewPerson>) => {
    setPerson({ ...person, ...more })
    keep({ ...person, ...more })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!person.givenName.trim()) return setError(words.say('new.nameMissing'))
    if (saving) return
    setSaving(true)
    const result = await desk.run('addSomeoneNew', inputOf(register, person, because))
    setSaving(false)
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    onDone(result.value.personId, [person.givenName, person.familyName].filter(Boolean).join(' '))
  }
  const nameError = error && !person.givenName.trim() ? error : null
  return (
    <Dialog title={words.say('new.title')} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && !nameError && <Notice tone="danger" urgent>{error}</Notice>}
        <div className="field__pair">
          <TextField
            label={words.say('new.givenName')} value={person.givenName} error={nameError} autoFocus autoComplete="off" maxLength={100}
            onChange={(event) => set({ givenName: event.target.value })}
          />
          <TextField
            label={words.say('new.familyName')} value={person.familyName} autoComplete="off" maxLength={100}
            onChange={(event) => set({ familyName: event.target.value })}
          />
        </div>
        <TextField
          label={words.say('new.phone')} hint={words.say('new.optionalHint')} value={person.phone} type="tel" autoComplete="off" maxLength={40}
          className="field--short" onChange={(event) => set({ phone: event.target.value })}
        />
        <Checkbox
          label={words.say('new.member')} hint={words.say('new.memberHint')} checked={person.member} onChange={(member) => set({ member })}
        />
        <div className="chips">
          <Button type="submit" look="go" keyLabel={words.say('key.Enter')}>{words.say('new.save')}</Button>
          <span className="soft">{words.say('register.someoneNewHint')}</span>
        </div>
      </form>
    </Dialog>
  )
}

function inputOf(register: RegisterView, person: NewPerson, because: string | undefined) {
  const { givenName, familyName, phone, member } = person
  return {
    session: register.which, givenName: givenName.trim(), member,
    ...(familyName.trim() ? { familyName: familyName.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(because ? { because } : {}),
  }
}
