import { useRef, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { MeasureDefinition } from '../../../shared/measures/definition.ts'
import { longest } from '../../../shared/records/longest.ts'
import { measure } from '../../../shared/records/measure.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MeasureToAsk } from '../../workerLink/planViews.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go, goBack } from '../../state/place.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** What to do now about answers that ask for it. Nobody leaves it before it is written down what was done and who was told (domain 5.6). */
export function Protocol({
  view,
  open,
  protocol,
}: {
  view: MeasureToAsk
  open: NonNullable<MeasureToAsk['protocolOpen']>
  protocol: NonNullable<MeasureDefinition['protocol']>
}) {
  const words = useWords()
  const worker = useWorker()
  const [text, keep, drop] = useForm(formKey('protocol', { measureId: open.measureId }), '')
  const [asked, setAsked] = useState(false)
  const worry = useRef(false)
  const { refused, saved } = useSaving(() => {
    drop()
    if (worry.current) go({ at: 'concern', sessionId: null, addsTo: null })
    else goBack()
  })
  const save = async (thenConcern: boolean) => {
    setAsked(true)
    worry.current = thenConcern
    if (text.trim()) saved(await worker.run('recordProtocol', { measureId: open.measureId, words: text.trim() }))
  }
  const numbers = [view.dutyPhone, view.safeguarding && [view.safeguarding.name, view.safeguarding.phone].filter(Boolean).join(' ')].filter(Boolean)
  return (
    <ModalOverlay className="shade" isOpen isKeyboardDismissDisabled>
      <Modal className="modal modal--wide">
        <AriaDialog className="dialog">
          <div className="dialog__head">
            <Heading slot="title" level={2} className="dialog__title">
              {protocol.title}: {view.name}
            </Heading>
          </div>
          <div className="dialog__body">
            <ol className="measure__steps">
              {protocol.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {numbers.length > 0 && (
              <p>
                {words.say('protocol.numbers')}: <b>{numbers.join('; ')}</b>
              </p>
            )}
            {refused && (
              <Notice tone="danger" urgent>
                {refused}
              </Notice>
            )}
            <TextArea
              label={words.say('protocol.done')}
              autoFocus
              value={text}
              maxLength={longest(measure, 'protocolDone')}
              error={asked && !text.trim() ? words.say('protocol.doneMissing') : null}
              onChange={(event) => keep(event.target.value)}
            />
            <div className="notice__actions">
              <Button look="go" onClick={() => void save(false)}>
                {words.say('protocol.save')}
              </Button>
              <Button look="danger" onClick={() => void save(true)}>
                {words.say('protocol.worry')}
              </Button>
            </div>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
