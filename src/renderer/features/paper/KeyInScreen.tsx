import './paper.css'
import './keyIn.css'
import { useRef, useState } from 'react'
import type { KeyedIn } from '../../../shared/commands/paper.ts'
import { longest } from '../../../shared/records/longest.ts'
import { signIn } from '../../../shared/records/signIn.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { PaperView } from '../../workerLink/sheetViews.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { sessionInWords } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { AddLine } from './AddLine.tsx'
import { Done } from './Done.tsx'
import { Lines } from './Lines.tsx'
import { emptyPaper, keyInInput, troubleOf, type PaperDraft, type PaperLine } from './paperDraft.ts'
import { WhichSheet } from './WhichSheet.tsx'

/** A sheet of paper comes into the register: letters, Enter, the next name (story 15). */
export function KeyInScreen({ sessionId }: { sessionId: string }) {
  const view = useView('paper', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <KeyIn view={view} />
}

function KeyIn({ view }: { view: PaperView }) {
  const words = useWords()
  const worker = useWorker()
  const search = useRef<HTMLInputElement>(null)
  const [draft, keep, drop] = useForm<PaperDraft>(formKey('paper', { sessionId: view.sessionId }), emptyPaper)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState<KeyedIn | null>(null)
  const change = (more: Partial<PaperDraft>) => {
    setTrouble(null)
    setDone(null)
    keep({ ...draft, ...more })
  }
  const save = async () => {
    setChecked(true)
    const wrong = draft.lines.some((line) => troubleOf(line) !== null)
    const input = keyInInput(draft, view.which, (time) => words.instantAt(view.date, time))
    if (wrong) return setTrouble(words.say('keyIn.errors'))
    if (view.closed && !draft.because.trim()) return setTrouble(words.say('keyIn.becauseMissing'))
    if (draft.lines.length === 0 && input.unknown === 0 && !draft.sheetId) return setTrouble(words.say('keyIn.nothing'))
    const result = await worker.run('keyInPaper', input)
    if (!result.ok) return setTrouble(reasonInWords(result.reason, words))
    setTrouble(null)
    setChecked(false)
    drop()
    setDone(result.value)
    search.current?.focus()
  }
  const add = (line: PaperLine) => change({ lines: [...draft.lines, line] })
  const saveAction: Action = { id: 'keyIn.save', label: words.say('keyIn.save'), key: 'Ctrl+S', run: () => void save() }
  useActions([saveAction])
  const again = trouble === reasonInWords('alreadyKeyedIn', words)
  return (
    <Page
      title={words.say('keyIn.title')}
      under={sessionInWords(view, words)}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('paper.back')}
          </Button>
          <ActionButton action={saveAction} look="go" />
        </>
      }
    >
      {trouble && (
        <Notice
          tone={again ? 'needs' : 'danger'}
          urgent
          title={trouble}
          actions={again && <Button onClick={drop}>{words.say('keyIn.clear')}</Button>}
        />
      )}
      {done && <Done done={done} sessionId={view.sessionId} onAnother={() => setDone(null)} />}
      <div className="columns keyin">
        <div className="column">
          <Card>
            <AddLine ref={search} view={view} draft={draft} onAdd={add} />
          </Card>
          <Card>
            <div className="card__body">
              <div className="field__pair">
                <WhichSheet view={view} draft={draft} onChange={change} />
                <TextField
                  label={words.say('keyIn.unknown')}
                  inputMode="numeric"
                  className="field--tiny"
                  value={draft.unknown}
                  maxLength={2}
                  onChange={(event) => change({ unknown: event.target.value.replace(/\D/g, '') })}
                />
              </div>
              {view.closed && (
                <TextField
                  label={words.say('keyIn.because')}
                  value={draft.because}
                  maxLength={longest(signIn, 'correctedBecause')}
                  onChange={(event) => change({ because: event.target.value })}
                  error={checked && !draft.because.trim() ? words.say('keyIn.becauseMissing') : null}
                />
              )}
            </div>
          </Card>
        </div>
        <div className="column">
          <Lines lines={draft.lines} checked={checked} onLines={(lines) => change({ lines })} onDone={() => search.current?.focus()} />
        </div>
      </div>
    </Page>
  )
}
