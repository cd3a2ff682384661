import { useState, type FormEvent } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './Field.tsx'

/**
 * Asks for a reason in a few words.
 * @param most how many letters of it are kept
 */
export function WhyDialog({
  title,
  most,
  says,
  onWhy,
  onClose,
}: {
  title: string
  most: number
  says: { hint: string; label: string; does: string; missing: string; cancel: string }
  onWhy: (why: string) => void
  onClose: () => void
}) {
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onWhy(why.trim())
    else setAsked(true)
  }
  return (
    <Dialog title={title} closeLabel={says.cancel} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={says.label}
          hint={says.hint}
          value={why}
          maxLength={most}
          autoFocus
          onChange={(event) => setWhy(event.target.value)}
          error={asked && !why.trim() ? says.missing : null}
        />
        <Button type="submit" look="go" keyLabel="Enter">
          {says.does}
        </Button>
      </form>
    </Dialog>
  )
}
