import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import { wholeTeam } from '../../../shared/reports/teamAndGroups.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'
import { useView } from '../../workerLink/useView.ts'
import type { OpenFigure } from './BehindDialog.tsx'
import type { OnPage } from './BoardPage.tsx'
import { FigureCell } from './FigureCell.tsx'
import { headingOf } from './headingOf.ts'
import { onPaper } from './reportColumns.ts'
import { WhatItMeans } from './WhatItMeans.tsx'

/** In this order on the page. How many signed up in these days is its first sentence. */
const shown = [
  'signedUp',
  'people',
  'newPeople',
  'came',
  'sessions',
  'cancelled',
  'median',
  'regular',
  'sixSessions',
  'stayed',
  'saidYes',
  'gotThere',
]

/** The figures of uptake of the team or of a group, and what each counts. */
export function BoardFigures({ report, group, asked, onOpen }: OnPage & { asked: AskedReport }) {
  const words = useWords()
  const view = useView('report', { ...asked, forFile: false })
  if (!view) return null
  const table = onPaper(view)
  const row = table.keys?.indexOf(group?.groupId ?? wholeTeam) ?? -1
  if (row < 0) return <p>{words.say('board.noFigures')}</p>
  const opens = (figure: OpenFigure) => onOpen({ ...figure, asked })
  const columns = table.columns.filter((one) => one.id === 'joined' || shown.includes(one.id))
  return (
    <>
      <SignedUp table={table} row={row} from={report.from} onOpen={() => opens({ row, column: 'joined' })} />
      <h3>{words.say('board.figures')}</h3>
      <dl className="board__figures">
        {shown.map((id) => (
          <div key={id}>
            <dt>{headingOf('uptake', id, words)}</dt>
            <dd>
              <FigureCell name="uptake" table={table} row={row} nth={table.columns.findIndex((one) => one.id === id)} onOpen={opens} />
            </dd>
          </div>
        ))}
      </dl>
      <WhatItMeans name="uptake" table={{ ...table, columns }} />
    </>
  )
}

/** "107 people signed up from 5 October 2023 to today." */
function SignedUp({ table, row, from, onOpen }: { table: ReportTable; row: number; from: string; onOpen: () => void }) {
  const words = useWords()
  const count = table.rows[row]?.[table.columns.findIndex((one) => one.id === 'joined')]
  const since = words.fullDate(from)
  if (typeof count !== 'number') return <p className="board__first">{words.say('board.fewSignedUp', { from: since })}</p>
  return (
    <p className="board__first">
      <Button look="link" className="link--inline" onClick={onOpen}>
        {words.say('board.signedUp', { count, from: since })}
      </Button>
    </p>
  )
}
