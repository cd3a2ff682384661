import './gaps.css'
import { useState } from 'react'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { Absent } from '../../parts/Absent.tsx'
import { LogGap } from '../../parts/LogGap.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { useView } from '../../workerLink/useView.ts'
import { useLongView } from '../../workerLink/useLongView.ts'
import { Board } from './Board.tsx'
import { Done } from './Done.tsx'
import { GapBars } from './GapBars.tsx'
import { GapLineDialog } from './GapLineDialog.tsx'
import { FromVoices } from './FromVoices.tsx'
import { ToCode } from './ToCode.tsx'

const choices = [3, 6, 12] as const

/** The gap board: what people need and there is not, and what was done (stories 25 and 26). */
export function GapsScreen() {
  const words = useWords()
  const [months, setMonths] = useInWindow<number>('gaps/months', 3)
  const view = useLongView('gaps', { months })
  const me = useView('me', null)
  const [open, setOpen] = useState<string | null>(null)
  const [logging, setLogging] = useState(false)
  const may = me !== undefined && mayWrite(me.role, 'gap')
  const log: Action = { id: 'gaps.log', label: words.say('gaps.log'), key: 'Ctrl+N', also: 'Alt+N', when: may, run: () => setLogging(true) }
  useActions([log])
  if (!view) return <Absent answer={view} />
  return (
    <Page
      title={words.say('gaps.title')}
      under={words.say('gaps.under', { day: words.fullDate(view.asAt) })}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('service.back')}
          </Button>
          <Button onClick={() => go({ at: 'proposals' })}>{words.say('gaps.proposals')}</Button>
          {may && <ActionButton action={log} />}
        </>
      }
    >
      <div className="gaps__months" role="group" aria-label={words.say('gaps.months')}>
        {choices.map((one) => (
          <button key={one} type="button" className="gaps__tick" aria-pressed={months === one} onClick={() => setMonths(one)}>
            {words.say('gaps.monthsOf', { months: one })}
          </button>
        ))}
      </div>
      <div className="gaps">
        <Board view={view} months={months} may={may} onOpen={setOpen} onLog={log.run} />
        <div className="gaps__side">
          <GapBars view={view} />
          <ToCode view={view} may={may} />
          <FromVoices view={view} may={may} />
          <Done view={view} />
        </div>
      </div>
      {open && <GapLineDialog lineKey={open} months={months} view={view} may={may} onClose={() => setOpen(null)} />}
      {logging && <LogGap person={null} from="call" onClose={() => setLogging(false)} />}
    </Page>
  )
}
