import './reports.css'
import { useRef } from 'react'
import { reportOf, reports, type AskedReport, type ReportName } from '../../../shared/reports/index.ts'
import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import { useView } from '../../workerLink/useView.ts'
import { goBack } from '../../state/place.ts'
import { useInWindow } from '../../state/drafts.ts'
import { useNow } from '../../state/useNow.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useDrawnInParts } from '../../ui/useDrawnInParts.ts'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { AsAt } from './AsAt.tsx'
import { BehindDialog, type OpenFigure } from './BehindDialog.tsx'
import { askedReport, freshChoice, takesAllGroups, type ReportChoice } from './askedReport.ts'
import { onPaper } from './reportColumns.ts'
import { quarterInWords } from './cellInWords.ts'
import { ReportChart } from './ReportChart.tsx'
import { ReportChoices } from './ReportChoices.tsx'
import { ReportTableView } from './ReportTableView.tsx'
import { SaveFile } from './SaveFile.tsx'
import { isWide } from './tableShape.ts'
import { WhatItMeans } from './WhatItMeans.tsx'

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
  const groupId = choice.groupId ?? (takesAllGroups(name) ? null : (groups?.[0]?.groupId ?? null))
  const asked = askedReport(name, { ...choice, groupId })
  const before = <ReportChoices name={name} choice={{ ...choice, groupId }} groups={groups ?? []} today={today} onChoose={choose} />
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
      of={ofWhat(asked, groups.find((one) => one.groupId === groupId)?.name ?? words.say('report.allGroups'), words)}
      before={before}
      today={today}
    />
  )
}

/** Of which group, which days or which quarter, and told apart by what. */
function ofWhat({ params }: AskedReport, group: string, words: Words): string {
  const days = 'from' in params ? words.say('report.days', { from: words.fullDate(params.from), to: words.fullDate(params.to) }) : null
  const quarter = 'quarter' in params ? `${words.say(`report.by.${params.by}`)}, ${quarterInWords(params.quarter, words)}` : null
  return ['groupId' in params ? group : null, days, quarter].filter((one) => one !== null).join(', ')
}

function Asked({ asked, of, before, today }: { asked: AskedReport; of: string; before: React.ReactNode; today: string }) {
  const words = useWords()
  const table = useView('report', { ...asked, forFile: false })
  const file = words.say('report.file', { report: asked.name, date: today })
  const nothing = table === null || table?.rows.length === 0
  const { drawn, untilDrawn } = useDrawnLines(table ?? null)
  const labels = { print: words.say('print.print'), save: words.say('print.save') }
  const printing = usePrinting(`${file}.pdf`, labels, undefined, untilDrawn, nothing)
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
      before={before}
      after={<SaveFile asked={asked} of={of} />}
    >
      {table !== undefined && <Figures asked={asked} table={table} of={of} drawn={drawn} />}
    </PrintPage>
  )
}

/** Cells drawn in one frame: a table of three years, drawn at once, kept the window from hearing a key for 200 ms. */
const cellsAtOnce = 120

/** How many lines of a table are drawn, and what waits until all of them are: no paper is printed with half of them. */
function useDrawnLines(table: ReportTable | null): { drawn: number; untilDrawn: () => Promise<boolean> } {
  const lines = table?.rows.length ?? 0
  const drawn = useDrawnInParts(lines, Math.ceil(cellsAtOnce / Math.max(1, table?.columns.length ?? 1)))
  const left = useRef(0)
  left.current = lines - drawn
  const untilDrawn = async () => {
    while (left.current > 0) await new Promise(requestAnimationFrame)
    return true
  }
  return { drawn, untilDrawn }
}

function Figures({ asked, table, of, drawn }: { asked: AskedReport; table: ReportTable | null; of: string; drawn: number }) {
  const words = useWords()
  const [open, setOpen] = useInWindow<OpenFigure | null>(`report/${asked.name}/open`, null)
  if (!table || table.rows.length === 0)
    return (
      <Card>
        {table ? <Empty title={words.say('report.none')}>{words.say('report.noneMore')}</Empty> : <Empty title={words.say('report.notYours')} />}
      </Card>
    )
  return (
    <Sheet className={`report ${isWide(table) ? 'sheet--wide' : ''}`.trim()}>
      <h2>
        {words.say(`report.${asked.name}`)}
        {of && `: ${of}`}
      </h2>
      <p>{words.say(`reportCounts.${asked.name}`)}</p>
      <ReportChart asked={asked} table={onPaper(table)} />
      <ReportTableView name={asked.name} table={table} caption={words.say(`report.${asked.name}`)} drawn={drawn} onOpen={setOpen} />
      {open && <BehindDialog asked={asked} figure={open} onClose={() => setOpen(null)} />}
      {table.onPaper && <p className="no-print">{words.say('report.onPaper')}</p>}
      <Notes name={asked.name} />
      <AsAt asked={asked} />
      <WhatItMeans name={asked.name} table={table} />
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
