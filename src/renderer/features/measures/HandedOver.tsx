import { useEffect, useRef, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import type { Answer } from '../../../shared/rules/measures.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MeasureToAsk } from '../../workerLink/planViews.ts'
import { flushDrafts } from '../../state/drafts.ts'
import { writePlace } from '../../state/places.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { recordInput, withAnswer, type MeasureForm } from './measureForm.ts'
import { Question } from './Question.tsx'

interface Props {
  view: MeasureToAsk
  form: MeasureForm
  onAnswers: (items: Record<string, Answer>) => void
  onSaved: () => void
}

/**
 * The person’s own screen: one question a page, large, and nothing of anybody to see behind it. No key leads out of it; it ends in a locked
 * laptop, so that whoever holds it then sees nobody’s records (design: the person in front of the laptop first).
 */
export function HandedOver({ view, form, onAnswers, onSaved }: Props) {
  const words = useWords()
  const worker = useWorker()
  const [at, setAt] = useState(-1)
  const { items, title } = view.definition
  const lock = () => {
    flushDrafts()
    void worker.lock()
  }
  const { refused, saved } = useSaving(() => {
    onSaved()
    void worker.remember(writePlace({ at: 'measures', personId: view.personId })).finally(lock) // whoever unlocks it comes back there
  })
  const finish = async () => saved(await worker.run('recordMeasure', recordInput(view, form)))
  const item = items[at]
  return (
    <ModalOverlay className="own-screen" isOpen isKeyboardDismissDisabled>
      <Modal>
        <AriaDialog className="own-screen__page" aria-label={title}>
          {at === -1 && <Hello view={view} onStart={() => setAt(0)} />}
          {item && (
            <Asked key={item.id} nth={at + 1} of={items.length}>
              <Question
                definition={view.definition}
                item={item}
                answer={form.items[item.id]}
                onAnswer={(answer) => onAnswers(withAnswer(form.items, item.id, answer))}
              />
            </Asked>
          )}
          {at >= items.length && <End refused={refused} />}
          <div className="own-screen__foot">
            {at >= 0 && <Button onClick={() => setAt(at - 1)}>{words.say('self.back')}</Button>}
            {item && (
              <Button look="go" onClick={() => setAt(at + 1)}>
                {words.say('self.next')}
              </Button>
            )}
            {at >= items.length && (
              <Button look="go" onClick={() => void finish()}>
                {words.say('self.finish')}
              </Button>
            )}
            <Button look="link" onClick={lock}>
              {words.say('self.stop')}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Hello({ view, onStart }: { view: MeasureToAsk; onStart: () => void }) {
  const words = useWords()
  return (
    <>
      <h1>{words.say('self.hello', { name: view.called })}</h1>
      {view.definition.intro && <p className="own-screen__text">{view.definition.intro}</p>}
      <p className="soft">{words.say('self.stopMore')}</p>
      <p>
        <Button look="go" autoFocus onClick={onStart}>
          {words.say('self.start')}
        </Button>
      </p>
    </>
  )
}

/** A question takes the focus as its page is turned, so that a reader says it. */
function Asked({ nth, of, children }: { nth: number; of: number; children: React.ReactNode }) {
  const words = useWords()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => page.current?.focus(), [])
  return (
    <div ref={page} tabIndex={-1} className="own-screen__question">
      <p className="soft">{words.say('self.progress', { nth, of })}</p>
      {children}
    </div>
  )
}

function End({ refused }: { refused: string | null }) {
  const words = useWords()
  return (
    <>
      <h1>{words.say('self.end')}</h1>
      <p className="own-screen__text">{words.say('self.endMore')}</p>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
    </>
  )
}
