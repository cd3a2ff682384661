import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import { BarChart, type ChartBar } from '../../ui/charts/BarChart.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { cellInWords } from './cellInWords.ts'
import { GrowthChart } from './GrowthChart.tsx'
import { headingOf } from './headingOf.ts'
import { columnOf, numbersOf, rowSaying } from './reportColumns.ts'

/** The picture above a table, of the reports that have one. */
export function ReportChart({ asked, table }: { asked: AskedReport; table: ReportTable }) {
  const words = useWords()
  if (asked.name === 'growth') return <GrowthChart table={table} ofAll={asked.params.groupId === null} />
  if (asked.name === 'uptake')
    return <PeopleBars name={asked.name} table={table} label="group" whole="allGroups" summary="report.chart.uptake" words={words} />
  if (asked.name === 'uptakeBy')
    return <PeopleBars name={asked.name} table={table} label="part" whole="everybody" summary="report.chart.uptakeBy" words={words} />
  return null
}

interface Bars {
  name: 'uptake' | 'uptakeBy'
  table: ReportTable
  /** The column of their names, and what the row says in it that holds all of them. */
  label: string
  whole: string
  summary: 'report.chart.uptake' | 'report.chart.uptakeBy'
  words: Words
}

/** People, a bar a row, without the row of all. */
function PeopleBars({ name, table, label, whole, summary, words }: Bars) {
  const all = rowSaying(table, label, whole)
  const bars = barsOf(table, label, words)
  const lines = bars.filter((_, at) => at !== all)
  const longest = lines.reduce<ChartBar | null>((most, one) => ((one.value ?? 0) > (most?.value ?? 0) ? one : most), null)
  const said = { all: bars[all]?.text ?? '', most: longest?.text ?? '', where: longest?.label ?? '', any: longest ? 'yes' : 'no' }
  return (
    <>
      <h3>{headingOf(name, 'people', words)}</h3>
      <BarChart summary={words.say(summary, said)} bars={lines} />
    </>
  )
}

function barsOf(table: ReportTable, label: string, words: Words): ChartBar[] {
  const [names, people] = [columnOf(table, label), columnOf(table, 'people')]
  const numbers = numbersOf(table, 'people')
  return names.map((name, at) => ({
    id: `${at}`,
    label: cellInWords(name, { kind: 'text' }, words),
    value: numbers[at] ?? null,
    text: cellInWords(people[at] ?? null, { kind: 'number' }, words),
  }))
}
