import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Asks for a reason in a few words. */
export function WhyDialog({ title, hint, label, does, onWhy, onClose }: {
  title: string; hint: string; label: string; does: string; onWhy: (why: string) => void; onClose: () => void
}) {
  const words = useWords()
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onWhy(why.trim())
    else setAsked(true)
  }
  return (
    <Dialog title={title} closeLabel={words.say('common.cancel')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={label} hint={hint} value={why} maxLength={300} autoFocus onChange={(event) => setWhy(event.target.value)}
          error={asked && !why.trim() ? words.say('register.reasonNeeded') : null}
        />
        <Button type="submit" look="go" keyLabel={words.say('key.Enter')}>{does}</Button>
      </form>
    </Dialog>
  )
}
