import './reports.css'
import { reportOf, reports, type AskedReport, type ReportName } from '../../../shared/reports/index.ts'
import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import { useView } from '../../workerLink/useView.ts'
import { goBack } from '../../state/place.ts'
import { useInWindow } from '../../state/drafts.ts'
import { useNow } from '../../state/useNow.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { useWords } from '../../words/useWords.ts'
import { askedReport, choicesOf, freshChoice, groupOf, type ReportChoice } from './askedReport.ts'
import { ReportChoices } from './ReportChoices.tsx'
import { ReportTableView } from './ReportTableView.tsx'
import { SaveCsv } from './SaveCsv.tsx'

/** So many columns fit on a sheet that stands upright. */
const mostUpright = 8

/** One report: what it counts, its figures, on paper or as a file. */
export function ReportScreen({ report }: { report: string }) {
  const words = useWords()
  if (!Object.hasOwn(reports, report))
    return (
      <Page title={words.say('report.title')}>
        <Empty title={words.say('report.none')} />
      </Page>
    )
  return <Chosen name={report as ReportName} key={report} />
}

function Chosen({ name }: { name: ReportName }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const groups = useView('groups', null)
  const [choice, choose] = useInWindow<ReportChoice>(`report/${name}`, freshChoice(today))
  const group = choice.groupId ?? groups?.[0]?.groupId ?? null
  const asked = askedReport(name, { ...choice, groupId: choicesOf(name).group === 'one' ? group : choice.groupId })
  const before = <ReportChoices name={name} choice={{ ...choice, groupId: asked && groupOf(asked) }} groups={groups ?? []} onChoose={choose} />
  if (!groups) return <Page title={words.say(`report.${name}`)}>{null}</Page>
  if (!asked)
    return (
      <Page title={words.say(`report.${name}`)}>
        {before}
        <Notice tone="danger">{words.say('report.badDates')}</Notice>
      </Page>
    )
  return (
    <Asked
      asked={asked}
      group={groups.find((one) => one.groupId === groupOf(asked))?.name ?? words.say('report.allGroups')}
      before={before}
      today={today}
    />
  )
}

function Asked({ asked, group, before, today }: { asked: AskedReport; group: string; before: React.ReactNode; today: string }) {
  const words = useWords()
  const table = useView('report', { ...asked, forFile: false })
  const file = words.say('report.file', { report: asked.name, date: today })
  const printing = usePrinting(`${file}.pdf`, { print: words.say('print.print'), save: words.say('print.save') })
  const says = {
    print: words.say(printing.save ? 'print.print' : 'print.printOrSave'),
    save: words.say('print.save'),
    back: words.say('print.back'),
    failed: words.say('print.failed'),
    sheet: words.say('print.sheet'),
  }
  return (
    <PrintPage
      title={words.say(`report.${asked.name}`)}
      under={words.say(`reportCounts.${asked.name}`)}
      says={says}
      printing={printing}
      onBack={goBack}
      before={
        <>
          {before}
          <SaveCsv asked={asked} file={`${file}.csv`} />
        </>
      }
    >
      {table && <Figures asked={asked} table={table} group={group} />}
    </PrintPage>
  )
}

function Figures({ asked, table, group }: { asked: AskedReport; table: ReportTable; group: string }) {
  const words = useWords()
  const now = useNow()
  const pending = useView('status', null)?.pending ?? 0
  if (table.rows.length === 0) return <Empty title={words.say('report.none')}>{words.say('report.noneMore')}</Empty>
  return (
    <Sheet className={`report ${table.columns.length > mostUpright ? 'sheet--wide' : ''}`.trim()}>
      <h2>
        {words.say(`report.${asked.name}`)}
        {choicesOf(asked.name).group && `: ${group}`}
      </h2>
      <p>{words.say(`reportCounts.${asked.name}`)}</p>
      <ReportTableView name={asked.name} table={table} caption={words.say(`report.${asked.name}`)} />
      <Notes name={asked.name} />
      <p className="report__asAt">{words.say('report.asAt', { time: words.clock(now), date: words.fullDate(words.dateOf(now)), pending })}</p>
    </Sheet>
  )
}

/** What one must know to read the figures, under them and on paper. */
function Notes({ name }: { name: ReportName }) {
  const words = useWords()
  const notes = reportOf(name).notes ?? []
  if (notes.length === 0) return null
  return (
    <ul className="report__notes">
      {notes.map((note) => (
        <li key={note}>{words.say(`reportNote.${note}`)}</li>
      ))}
    </ul>
  )
}
