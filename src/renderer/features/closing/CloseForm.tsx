import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { note } from '../../../shared/records/note.ts'
import { session } from '../../../shared/records/session.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ClosingView } from '../../workerLink/views.ts'
import { useActions } from '../../state/actions.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { becauseInWords } from '../../words/countInWords.ts'
import { momentInWords, reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Gaps } from './Gaps.tsx'

interface Closing {
  note: string
  worthACall: string
  lostProperty: string
  summary: string
  mismatchReason: string
}
const empty: Closing = { note: '', worthACall: '', lostProperty: '', summary: '', mismatchReason: '' }

/** What one may still do before closing, and the one line that is needed when the counts disagree. */
export function CloseForm({ view }: { view: ClosingView }) {
  const words = useWords()
  const worker = useWorker()
  const said = view.mismatch?.because // whoever counted has said it already
  const [closing, keep, drop] = useForm<Closing>(
    formKey('closing', { sessionId: view.sessionId }),
    said ? { ...empty, mismatchReason: becauseInWords(said, words) } : empty,
  )
  const [error, setError] = useState<string | null>(null)
  const [reasonMissing, setReasonMissing] = useState(false)
  const set = (more: Partial<Closing>) => keep({ ...closing, ...more })
  const close = async (event?: FormEvent) => {
    event?.preventDefault()
    const result = await worker.run('closeSession', inputOf(view, closing))
    if (result.ok) {
      drop()
      return say(words.say('close.done'))
    }
    setReasonMissing(result.reason === 'reasonNeeded')
    setError(result.reason === 'reasonNeeded' ? null : reasonInWords(result.reason, words))
    if (result.reason === 'reasonNeeded') document.getElementById('mismatch-reason')?.focus()
  }
  useActions([{ id: 'close.do', label: words.say('close.do'), key: 'Ctrl+Enter', run: () => void close() }])
  return (
    <Card title={words.say('close.todo')}>
      <form className="card__body" onSubmit={(event) => void close(event)} noValidate>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <ToDo view={view} />
        {(view.gaps.length > 0 || reasonMissing) && (
          <TextField
            id="mismatch-reason"
            label={words.say('close.reason')}
            hint={words.say('close.reasonHint')}
            value={closing.mismatchReason}
            maxLength={longest(session, 'mismatchReason')}
            error={reasonMissing && !closing.mismatchReason.trim() ? words.say('close.reasonMissing') : null}
            onChange={(event) => set({ mismatchReason: event.target.value })}
          />
        )}
        <TextArea
          label={words.say('close.note')}
          hint={words.say('close.noteHint')}
          value={closing.note}
          maxLength={longest(note, 'text')}
          onChange={(event) => set({ note: event.target.value })}
        />
        <TextField
          label={words.say('close.worthACall')}
          hint={words.say('close.worthACallHint')}
          value={closing.worthACall}
          maxLength={longest(note, 'text')}
          onChange={(event) => set({ worthACall: event.target.value })}
        />
        <TextField
          label={words.say('close.lostProperty')}
          value={closing.lostProperty}
          maxLength={longest(note, 'text')}
          onChange={(event) => set({ lostProperty: event.target.value })}
        />
        <TextField
          label={words.say('close.summary')}
          value={closing.summary}
          maxLength={longest(session, 'summary')}
          onChange={(event) => set({ summary: event.target.value })}
        />
        <Button type="submit" look="go" keyLabel="Ctrl Enter">
          {words.say('close.do')}
        </Button>
      </form>
    </Card>
  )
}

function ToDo({ view }: { view: ClosingView }) {
  const words = useWords()
  const { mismatch, countsMissing } = view
  const countNow = () => go({ at: 'headCount', sessionId: view.sessionId })
  useActions([{ id: 'close.count', label: words.say('do.headCount'), key: 'F9', when: mismatch !== null || countsMissing.length > 0, run: countNow }])
  const nothing = countsMissing.length === 0 && view.gaps.length === 0
  if (nothing) return <p className="closing__todo">{words.say('close.nothingTodo')}</p>
  const count = (
    <Button keyLabel="F9" onClick={countNow}>
      {words.say('close.countNow')}
    </Button>
  )
  return (
    <div className="closing__todo">
      <Notice tone={mismatch ? 'danger' : 'needs'} actions={(mismatch || countsMissing.length > 0) && count}>
        <Gaps gaps={view.gaps} />
        {countsMissing.length > 0 && (
          <p>
            {words.say('close.countsMissing', { moments: words.list(countsMissing.map((one) => momentInWords(one, words).toLocaleLowerCase())) })}
          </p>
        )}
      </Notice>
    </div>
  )
}

/** Only what was written: an empty field must not take away what another laptop wrote. */
function inputOf(view: ClosingView, closing: Closing) {
  const written = Object.entries(closing)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text !== '')
  return { session: view.which, ...(Object.fromEntries(written) as Partial<Closing>) }
}
