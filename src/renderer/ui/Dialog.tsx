import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'

/** A question or form over the page. Esc and the button close it; the focus goes back to where it was. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  foot,
  wide,
  fixed,
  toRead,
  children,
}: {
  title: string
  closeLabel: string
  onClose: () => void
  foot?: ReactNode
  wide?: boolean
  /** Has nothing to press: the body itself takes the focus, so that arrow keys move it. */
  toRead?: boolean
  /** A click beside it does not close it: what is typed in it would be out of sight. */
  fixed?: boolean
  children: ReactNode
}) {
  return (
    <ModalOverlay className="shade" isOpen isDismissable={!fixed} onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'modal modal--wide' : 'modal'}>
        <AriaDialog className="dialog">
          <div className="dialog__head">
            <Heading slot="title" level={2} className="dialog__title">
              {title}
            </Heading>
            <Button look="link" onClick={onClose} keyLabel="Esc">
              {closeLabel}
            </Button>
          </div>
          <div className="dialog__body" {...(toRead ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
            {children}
          </div>
          {foot && <div className="dialog__foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
