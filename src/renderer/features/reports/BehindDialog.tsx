import type { AskedReport } from '../../../shared/reports/index.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import type { BehindView } from '../../workerLink/reportViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { cellInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

/** Which figure of a report is open. */
export interface OpenFigure {
  row: number
  column: string
}

/** A figure opened: the people or sessions that it counts. Its heading says how many, which is the figure. */
export function BehindDialog({ asked, figure, onClose }: { asked: AskedReport; figure: OpenFigure; onClose: () => void }) {
  const words = useWords()
  const view = useView('reportBehind', { ...asked, ...figure })
  if (view === undefined) return null
  const title = [headingOf(asked.name, figure.column, words), ...(view ? lineOf(view, words) : [])].join(', ')
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} wide>
      {view === null ? <Empty title={words.say('report.none')} /> : <Behind view={view} title={title} />}
    </Dialog>
  )
}

function lineOf({ line }: BehindView, words: Words): string[] {
  return line.map(({ kind, cell }) => cellInWords(cell, { kind }, words)).filter(Boolean)
}

function Behind({ view, title }: { view: BehindView; title: string }) {
  const words = useWords()
  const { what, count, people } = view
  return (
    <>
      <p>
        <b>{words.say(`report.behind.${what}`, { count })}</b>
        {what !== 'sessions' && people.length !== count && ` ${words.say('report.behind.of', { people: people.length })}`}
      </p>
      <ul className="rows" aria-label={title}>
        {what === 'sessions' ? <Sessions view={view} /> : <People view={view} />}
      </ul>
    </>
  )
}

function People({ view }: { view: BehindView }) {
  const words = useWords()
  return view.people.map((one) => (
    <li key={one.personId}>
      <Button look="link" onClick={() => go({ at: 'person', personId: one.personId })}>
        <PersonName of={one} />
      </Button>
      {one.times > 1 && <span className="soft">{words.say('report.behind.times', { times: one.times })}</span>}
    </li>
  ))
}

function Sessions({ view }: { view: BehindView }) {
  const words = useWords()
  return view.sessions.map(({ sessionId, date, group }) => (
    <li key={sessionId}>
      <Button look="link" onClick={() => go({ at: 'register', sessionId })}>
        {words.say('report.behind.session', { group, date: words.fullDate(date) })}
      </Button>
    </li>
  ))
}
