import { useWorker } from '../../workerLink/link.ts'
import type { CallingView } from '../../workerLink/sheetViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { sayTrouble } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'

/** That it is off and why; who had come stays, and is said. */
export function Cancelled({ view }: { view: CallingView }) {
  const words = useWords()
  const worker = useWorker()
  const setOn = async () => sayTrouble(await worker.run('cancelSession', { session: view.which, because: null }), words)
  const kind = view.cancelledFor && view.cancelledFor !== 'other' ? words.say(`cancelFor.${view.cancelledFor}`) : null
  const why = view.cancelledBecause ?? ''
  const said = kind && kind !== why ? words.say('calling.cancelledKind', { kind, why }) : why
  return (
    <>
      <Notice
        tone="danger"
        title={words.say('calling.cancelled', { why: said })}
        actions={
          <span className="no-print">
            <Button onClick={() => void setOn()}>{words.say('calling.setOn')}</Button>
          </span>
        }
      >
        {words.say('calling.goAnyway')}
      </Notice>
      {view.came > 0 && (
        <Notice tone="needs" title={words.say('calling.had', { count: view.came })}>
          {words.say('calling.hadMore')}
        </Notice>
      )}
    </>
  )
}

/** Where and when it is now, and what it was planned as. */
export function Moved({ view }: { view: CallingView }) {
  const words = useWords()
  const times = (at: { start: string; end: string; place: string }) => ({ place: at.place, start: words.time(at.start), end: words.time(at.end) })
  return (
    <Notice tone="needs" title={words.say('calling.moved', times(view))}>
      {view.moved && words.say('calling.movedFrom', times(view.moved))}
    </Notice>
  )
}
