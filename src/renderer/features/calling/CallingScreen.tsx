import './calling.css'
import { useView } from '../../workerLink/useView.ts'
import type { CallingView } from '../../workerLink/sheetViews.ts'
import { goBack } from '../../state/place.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { sessionInWords } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { CallList } from './CallList.tsx'
import { CancelForm } from './CancelForm.tsx'
import { Cancelled, Moved } from './HowItStands.tsx'
import { MoveForm } from './MoveForm.tsx'

/** Calls a session off or moves it, with the list of whom to ring (story 14). */
export function CallingScreen({ sessionId }: { sessionId: string }) {
  const view = useView('calling', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <Calling view={view} />
}

function Calling({ view }: { view: CallingView }) {
  const words = useWords()
  const printing = usePrinting(words.say('calling.file', { date: view.date }), { print: words.say('calling.print'), save: words.say('print.save') })
  return (
    <Page
      className="calling"
      title={words.say('calling.title')}
      under={sessionInWords(view, words)}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('calling.back')}
          </Button>
          {printing.save && (
            <Button keyLabel="Ctrl S" onClick={printing.save}>
              {words.say('print.save')}
            </Button>
          )}
          <Button keyLabel="Ctrl P" onClick={printing.print}>
            {words.say('calling.print')}
          </Button>
        </>
      }
    >
      {printing.failed && (
        <Notice tone="danger" urgent>
          {words.say('print.failed')}
        </Notice>
      )}
      <div className="columns calling__columns">
        <div className="column">
          {view.cancelledBecause !== null && <Cancelled view={view} />}
          {view.cancelledBecause === null && view.moved && <Moved view={view} />}
          {view.cancelledBecause === null && (
            <div className="column no-print">
              <CancelForm key={`cancel ${view.sessionId}`} view={view} />
              <MoveForm key={`${view.start} ${view.end} ${view.venueId}`} view={view} />
            </div>
          )}
        </div>
        <div className="column">
          <CallList view={view} />
        </div>
      </div>
    </Page>
  )
}
