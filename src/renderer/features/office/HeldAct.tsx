import { useEffect, useId, useRef, useState } from 'react'
import type { HeldActView } from '../../workerLink/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { ActSentence } from '../../words/ActSentence.tsx'
import { heldActInWords, laptopInWords } from '../../words/officeWords.ts'
import { heldInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import type { Ended } from './HeldActs.tsx'
import { Written } from './Written.tsx'

const endings = { letIn: 'office.endedLetIn', closed: 'office.endedClosed', gone: 'office.gone' } as const

/** One act on hold: who, what, when, on which laptop, why it waits, and what a lead can do about it. */
export function HeldAct({
  act,
  ended,
  busy,
  onLetIn,
  onClose,
}: {
  act: HeldActView
  ended: Ended | null
  busy: boolean
  onLetIn: () => void
  onClose: () => void
}) {
  const words = useWords()
  const named = heldActInWords(act, words)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li className="held">
      <p className="held__what">
        {act.command === null ? named : <ActSentence act={{ command: act.command, by: act.by, subjects: act.subjects }} />}
      </p>
      <Where act={act} />
      <p>
        {heldInWords(act.code, words)}
        {!act.canLetIn && ` ${words.say('office.onlyClose')}`}
      </p>
      {ended ? (
        <EndedSo ended={ended} />
      ) : (
        <p className="held__do">
          {act.canLetIn && (
            <Button off={busy} about={named} onClick={onLetIn}>
              {words.say('office.letIn')}
            </Button>
          )}
          <Button look="danger" off={busy} about={named} onClick={onClose}>
            {words.say('office.close')}
          </Button>
          {act.writes.length > 0 && (
            <Button
              look="link"
              aria-label={words.say('office.writesNamed', { act: named })}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              <span aria-hidden="true">{open ? '▾' : '▸'}</span> {words.say('office.writes')}
            </Button>
          )}
        </p>
      )}
      <div id={id} hidden={!open}>
        {open && <Written act={act} />}
      </div>
    </li>
  )
}

function Where({ act }: { act: HeldActView }) {
  const words = useWords()
  const when = words.momentToday(act.at, useNow())
  return (
    <p className="soft small">
      {act.laptop || act.by ? words.say('office.onLaptop', { when, laptop: laptopInWords(act, words) }) : words.say('office.onUnknown', { when })}
      {act.changes > 1 && ` · ${words.say('office.together', { count: act.changes })}`}
    </p>
  )
}

/** In the place of the buttons, as high as they were, so that nothing moves; takes the focus of the one that was pressed. */
function EndedSo({ ended }: { ended: Ended }) {
  const words = useWords()
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) text.current?.focus()
  }, [])
  return (
    <p ref={text} tabIndex={-1} className="held__do held__ended">
      {words.say(endings[ended])}
    </p>
  )
}
