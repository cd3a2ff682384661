import type { FormEvent, ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'

/** A form in a dialog. Why it was refused stands above it; closing it keeps what is typed. */
export function DialogForm({
  title,
  refused,
  onSubmit,
  onClose,
  children,
}: {
  title: string
  refused: string | null
  onSubmit: (form: HTMLFormElement) => unknown
  onClose: () => void
  children: ReactNode
}) {
  const words = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // a dialog in a dialog: React would hand the event to the form around it
    onSubmit(event.currentTarget)
  }
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={submit} noValidate>
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        {children}
      </form>
    </Dialog>
  )
}
