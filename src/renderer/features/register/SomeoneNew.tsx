import { useEffect, useState, type FormEvent } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { longest } from '../../../shared/records/longest.ts'
import { person } from '../../../shared/records/person.ts'
import { nameFrom } from '../../../shared/rules/nameFrom.ts'
import { tidyPhone } from '../../../shared/rules/contactDetails.ts'
import type { Suggestion } from '../../workerLink/contract.ts'
import { useSuggestions } from '../../parts/useSuggestions.ts'
import { useDrafts, useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { suggestionInWords } from '../../words/healthInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

interface NewPerson {
  givenName: string
  familyName: string
  phone: string
  member: boolean
}

const nobody: NewPerson = { givenName: '', familyName: '', phone: '', member: true }

/** Adds somebody and signs them in. What is typed stays when the form is closed, until it is saved. */
export function SomeoneNew({
  register,
  text,
  because,
  onDone,
  onPick,
  onClose,
}: {
  register: RegisterView
  text: string
  because: string | undefined
  onDone: (personId: string, name: string) => void
  /** It is somebody who is known already. */
  onPick: (personId: string, name: string) => void
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [draft, keep, drop] = useForm<NewPerson>(formKey('someoneNew', { sessionId: register.sessionId }), nobody)
  const [typed, setTyped] = useState(text.trim() ? { ...draft, ...nameFrom(text) } : draft)
  useEffect(() => {
    if (text.trim()) keep(typed) // the name was typed into the search: from here on it outlives a crash
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form opens
  }, [])
  const like = useSuggestions(register.sessionId, { givenName: typed.givenName, familyName: typed.familyName, phone: typed.phone }, null)
  const [error, setError] = useState<string | null>(null)
  const [phoneLeft, setPhoneLeft] = useState(false)
  const [saving, setSaving] = useState(false)
  const set = (more: Partial<NewPerson>) => {
    setTyped({ ...typed, ...more })
    keep({ ...typed, ...more })
  }
  const pick = (one: Suggestion) => {
    drop()
    onPick(one.personId, one.name)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!typed.givenName.trim()) return setError(words.say('new.nameMissing'))
    if (saving) return
    setSaving(true)
    const result = await worker.run('addSomeoneNew', inputOf(register, typed, because))
    setSaving(false)
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    if (phoneOdd)
      useDrafts.getState().keep(formKey('core', { sessionId: register.sessionId, personId: result.value.personId }), { phone: typed.phone })
    onDone(result.value.personId, [typed.givenName, typed.familyName].filter(Boolean).join(' '))
  }
  const phoneOdd = typed.phone.trim() !== '' && tidyPhone(typed.phone) === null
  const nameError = error && !typed.givenName.trim() ? error : null
  const most = { givenName: longest(person, 'givenName'), familyName: longest(person, 'familyName') }
  const tooLong = (part: keyof typeof most) => (typed[part].length >= most[part] ? words.say('new.nameLong', { most: most[part] }) : null)
  return (
    <Dialog title={words.say('new.title')} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && !nameError && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <div className="field__pair">
          <TextField
            label={words.say('new.givenName')}
            value={typed.givenName}
            error={nameError ?? tooLong('givenName')}
            autoFocus
            autoComplete="off"
            maxLength={most.givenName}
            onChange={(event) => set({ givenName: event.target.value })}
          />
          <TextField
            label={words.say('new.familyName')}
            value={typed.familyName}
            error={tooLong('familyName')}
            autoComplete="off"
            maxLength={most.familyName}
            onChange={(event) => set({ familyName: event.target.value })}
          />
        </div>
        <TextField
          label={words.say('new.phone')}
          hint={words.say('new.optionalHint')}
          value={typed.phone}
          type="tel"
          autoComplete="off"
          maxLength={longest(person, 'phone')}
          className="field--short"
          onChange={(event) => set({ phone: event.target.value })}
          onBlur={() => setPhoneLeft(true)}
        />
        {phoneOdd && phoneLeft && <p className="soft small">{words.say('new.phoneUnreadable')}</p>}
        <Alike like={like} onPick={pick} />
        <Checkbox label={words.say('new.member')} hint={words.say('new.memberHint')} checked={typed.member} onChange={(member) => set({ member })} />
        <div className="chips">
          <Button type="submit" look="go" keyLabel={words.say('key.Enter')}>
            {words.say('new.save')}
          </Button>
          <span className="soft">{words.say('register.someoneNewHint')}</span>
        </div>
      </form>
    </Dialog>
  )
}

/** Up to three who may be the same. What lies below keeps its place: the room for them is always there. */
function Alike({ like, onPick }: { like: readonly Suggestion[]; onPick: (one: Suggestion) => void }) {
  const words = useWords()
  return (
    <div className="alike" aria-live="polite">
      {like.length > 0 && <h3>{words.say('alike.title')}</h3>}
      <ul aria-label={words.say('alike.title')}>
        {like.map((one) => (
          <li key={one.personId}>
            <span className="grow">{suggestionInWords(one, words)}</span>
            {one.isHere ? (
              <span className="soft small">{words.say('alike.isHere')}</span>
            ) : (
              <Button look="link" about={one.name} onClick={() => onPick(one)}>
                {words.say('alike.signIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function inputOf(register: RegisterView, person: NewPerson, because: string | undefined) {
  const { givenName, familyName, phone, member } = person
  return {
    session: register.which,
    givenName: givenName.trim(),
    member,
    ...(familyName.trim() ? { familyName: familyName.trim() } : {}),
    ...(tidyPhone(phone) ? { phone: tidyPhone(phone) ?? '' } : {}),
    ...(because ? { because } : {}),
  }
}
