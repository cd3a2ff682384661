import { useState, type FormEvent } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './Field.tsx'
import { Notice } from './Notice.tsx'

/**
 * Asks for a reason in a few words. A click beside it does not close it: they would be gone.
 * @param most how many letters of it are kept
 * @param refused why it was not done: the dialog stays, with what is typed
 * @param kept what is typed and how it is kept, where it is to be there again after Esc
 */
export function WhyDialog({
  title,
  most,
  says,
  look = 'go',
  refused,
  kept,
  onWhy,
  onClose,
}: {
  title: string
  most: number
  says: { hint: string; label: string; does: string; missing: string; cancel: string }
  /** danger: it destroys something. */
  look?: 'go' | 'danger'
  refused?: string | null
  kept?: readonly [why: string, keep: (why: string) => void]
  onWhy: (why: string) => void
  onClose: () => void
}) {
  const own = useState('')
  const [why, setWhy] = kept ?? own
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onWhy(why.trim())
    else setAsked(true)
  }
  return (
    <Dialog title={title} closeLabel={says.cancel} onClose={onClose} fixed>
      <form onSubmit={submit} noValidate>
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        <TextField
          label={says.label}
          hint={says.hint}
          value={why}
          maxLength={most}
          autoFocus
          onChange={(event) => setWhy(event.target.value)}
          error={asked && !why.trim() ? says.missing : null}
        />
        <Button type="submit" look={look} keyLabel="Enter">
          {says.does}
        </Button>
      </form>
    </Dialog>
  )
}
