import type { ReportNote } from '../../../shared/reports/cellWords.ts'
import { reportOf, type AskedReport } from '../../../shared/reports/index.ts'
import { wholeTeam } from '../../../shared/reports/teamAndGroups.ts'
import { Sheet } from '../../ui/PrintPage.tsx'
import { useWords } from '../../words/useWords.ts'
import type { BoardReportView } from '../../workerLink/boardViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { AsAt } from './AsAt.tsx'
import type { OpenFigure } from './BehindDialog.tsx'
import { BoardFigures } from './BoardFigures.tsx'
import { BoardTable } from './BoardTable.tsx'
import { GrowthChart } from './GrowthChart.tsx'
import { onPaper } from './reportColumns.ts'

/** A figure on a page that is open, and the report it is of. */
export interface OpenOnBoard extends OpenFigure {
  asked: AskedReport
}

/** What a page is made with. */
export interface OnPage {
  report: BoardReportView
  /** null: the whole team. */
  group: { groupId: string; name: string } | null
  today: string
  isLarge: boolean
  onOpen: (open: OpenOnBoard) => void
}

/** One page, of the team or of a group. Every figure is of the report that counts it, as it may stand on paper, also on the screen. */
export function BoardPage(page: OnPage) {
  const { report, group, today, isLarge } = page
  const words = useWords()
  const has = (part: (typeof report.parts)[number]) => report.parts.includes(part)
  const ofGroup = { groupId: group?.groupId ?? null }
  const parts = [
    ...(has('outcomes') ? [{ asked: { name: 'outcomes', params: ofGroup } as const, columns: ofOutcomes, isNarrow: false }] : []),
    ...(has('confidence') ? [{ asked: { name: 'confidence', params: ofGroup } as const, columns: ofConfidence, isNarrow: true }] : []),
    ...(has('waiting') && !group ? [{ asked: { name: 'flow', params: {} } as const, columns: ofWaiting, isNarrow: true }] : []),
  ]
  const uptake: AskedReport = { name: 'uptake', params: { from: report.from, to: today } }
  return (
    <Sheet className={isLarge ? 'report board board--large' : 'report board'}>
      <h2>
        {report.name}: {group?.name ?? words.say('board.team')}
      </h2>
      <p>{words.say('board.days', { from: words.fullDate(report.from), to: words.fullDate(today) })}</p>
      {!group && report.words && <p className="board__words">{report.words}</p>}
      <BoardFigures {...page} asked={uptake} />
      {has('growth') && <Growth {...page} asked={{ name: 'growth', params: ofGroup }} />}
      {parts.flatMap((one) => (one.isNarrow ? [] : <Part key={one.asked.name} {...page} {...one} />))}
      <div className="board__beside">{parts.flatMap((one) => (one.isNarrow ? <Part key={one.asked.name} {...page} {...one} /> : []))}</div>
      <div className="board__notes">
        <Notes parts={parts.map((one) => one.asked)} told={[]} groupId={ofGroup.groupId} />
        <p>{words.say('board.hidden')}</p>
      </div>
      <AsAt asked={uptake} />
    </Sheet>
  )
}

const ofOutcomes = ['measure', 'score', 'pairs', 'mean', 'low', 'high', 'better', 'same', 'worse']
const ofConfidence = ['asked', 'pairs', 'first', 'latest', 'mean', 'better', 'same', 'worse']
const ofWaiting = ['step', 'referrals', 'reached', 'median', 'ninetieth']
const ofGrowth = ['month', 'signedUp', 'people', 'newPeople', 'came']
/** Months in the table under the picture: all of three years would be a page of their own. */
const lastMonths = 6

/** The picture of all months, and the last ones in numbers. */
function Growth({ asked, onOpen }: OnPage & { asked: AskedReport }) {
  const words = useWords()
  const view = useView('report', { ...asked, forFile: false })
  if (!view || view.rows.length === 0) return null
  const [table, rows] = [onPaper(view), view.rows.map((_, at) => at).slice(-lastMonths)]
  return (
    <>
      <h3>{words.say('report.growth')}</h3>
      <div className="board__pair">
        <GrowthChart table={table} ofAll={false} />
        <BoardTable asked={asked} table={table} rows={rows} columns={ofGrowth} caption={words.say('board.lastMonths')} onOpen={onOpen} />
      </div>
    </>
  )
}

/** A part that is a table of another report: the lines of the team or of the group. */
function Part({ group, asked, columns, onOpen }: OnPage & { asked: AskedReport; columns: readonly string[] }) {
  const words = useWords()
  const view = useView('report', { ...asked, forFile: false })
  const rows = (view?.keys ?? []).flatMap((key, at) => (key === (group?.groupId ?? wholeTeam) ? [at] : []))
  if (!view || rows.length === 0) return null
  const title = words.say(`report.${asked.name}`)
  return (
    <section>
      <h3>{title}</h3>
      <BoardTable asked={asked} table={onPaper(view)} rows={rows} columns={columns} caption={title} onOpen={onOpen} />
    </section>
  )
}

/** What one must know to read those parts that stand on the page, each once. That small counts are hidden stands behind them. */
function Notes({ parts: [asked, ...rest], told, groupId }: { parts: readonly AskedReport[]; told: readonly ReportNote[]; groupId: string | null }) {
  return asked ? <NotesOf asked={asked} rest={rest} told={told} groupId={groupId} /> : null
}

interface Noted {
  asked: AskedReport
  rest: readonly AskedReport[]
  told: readonly ReportNote[]
  groupId: string | null
}

function NotesOf({ asked, rest, told, groupId }: Noted) {
  const words = useWords()
  const view = useView('report', { ...asked, forFile: false })
  const isThere = view?.keys?.includes(groupId ?? wholeTeam) ?? false
  const own = isThere ? (reportOf(asked.name).notes ?? []).filter((note) => note !== 'small' && !told.includes(note)) : []
  return (
    <>
      {own.map((note) => (
        <p key={note}>{words.say(`reportNote.${note}`)}</p>
      ))}
      <Notes parts={rest} told={[...told, ...own]} groupId={groupId} />
    </>
  )
}
