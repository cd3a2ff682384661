import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'

/**
 * Asks once more before something goes that no key brings back.
 * @param children what goes, and what stays
 * @param refused why it was not done
 */
export function SureDialog({
  title,
  says,
  refused,
  onSure,
  onClose,
  children,
}: {
  title: string
  says: { does: string; cancel: string }
  refused: string | null
  onSure: () => void
  onClose: () => void
  children: ReactNode
}) {
  const does = (
    <Button look="danger" onClick={onSure}>
      {says.does}
    </Button>
  )
  return (
    <Dialog title={title} closeLabel={says.cancel} onClose={onClose} foot={does}>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <p>{children}</p>
    </Dialog>
  )
}
