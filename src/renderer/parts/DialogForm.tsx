import type { FormEvent, ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'

/**
 * A form in a dialog. Why it was refused stands above it; closing it keeps what is typed. A long form has its button as `foot`: it stays in
 * sight while the fields are scrolled, with why the form was refused above it.
 */
export function DialogForm({
  title,
  refused,
  onSubmit,
  onClose,
  foot,
  children,
}: {
  title: string
  refused: string | null
  onSubmit: (form: HTMLFormElement) => unknown
  onClose: () => void
  foot?: ReactNode
  children: ReactNode
}) {
  const words = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // a dialog in a dialog: React would hand the event to the form around it
    onSubmit(event.currentTarget)
  }
  const why = refused && (
    <Notice tone="danger" urgent>
      {refused}
    </Notice>
  )
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={submit} noValidate>
        {!foot && why}
        {children}
        {foot && (
          <div className="dialog__stays">
            {why}
            {foot}
          </div>
        )}
      </form>
    </Dialog>
  )
}
