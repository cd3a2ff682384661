import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupGrowth } from '../../workerLink/questions.ts'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { SmallChart, SmallMultiples } from '../../ui/charts/SmallMultiples.tsx'
import { useWords } from '../../words/useWords.ts'
import { columnOf, numbersOf } from './reportColumns.ts'

/** Who had signed up and who came, month by month; of all groups together also each group beside the others. */
export function GrowthChart({ table, ofAll }: { table: ReportTable; ofAll: boolean }) {
  const words = useWords()
  const months = columnOf(table, 'month').map(String)
  const [signedUp, people] = [numbersOf(table, 'signedUp'), numbersOf(table, 'people')]
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const most = Math.max(0, ...people.map((one) => one ?? 0))
  const summary = words.say('report.chart.growth', {
    first: words.monthOfYear(first),
    last: words.monthOfYear(last),
    signedUp: signedUp.findLast((one) => one !== null) ?? 0,
    most,
    when: words.monthOfYear(months[people.indexOf(most)] ?? last),
  })
  const lines = [
    { id: 'signedUp', label: words.say('reportColumn.growth.signedUp'), values: signedUp },
    { id: 'people', label: words.say('reportColumn.growth.people'), values: people },
  ]
  return (
    <>
      <LineChart
        summary={summary}
        lines={lines.filter((one) => one.values.some((value) => value !== null))}
        first={words.monthOfYear(first)}
        last={words.monthOfYear(last)}
      />
      {ofAll && <EachGroup months={months} />}
    </>
  )
}

function EachGroup({ months }: { months: readonly string[] }) {
  const words = useWords()
  const groups = useView('growthEach', null) ?? []
  if (groups.length < 2) return null
  const most = Math.max(0, ...groups.flatMap((one) => one.people.map(({ people }) => people ?? 0)))
  return (
    <SmallMultiples title={words.say('report.chart.each')}>
      {groups.map((one) => (
        <OneGroup key={one.groupId} group={one} months={months} most={most} />
      ))}
    </SmallMultiples>
  )
}

function OneGroup({ group, months, most }: { group: GroupGrowth; months: readonly string[]; most: number }) {
  const words = useWords()
  const byMonth = new Map(group.people.map(({ month, people }) => [month, people]))
  const told = months.map((month) => {
    const people = byMonth.get(month)
    return people === undefined ? 0 : people
  })
  const values = told.map((one) => one ?? 0)
  const highest = Math.max(0, ...values)
  const last = told.at(-1) === null ? words.say('reportWord.fewer') : words.number(values.at(-1) ?? 0)
  const said = { highest, when: words.monthOfYear(months[values.indexOf(highest)] ?? ''), last }
  const none = told.includes(null) ? 'report.chart.few' : 'report.chart.nobody'
  return (
    <SmallChart
      title={group.name}
      summary={words.say(highest > 0 ? 'report.chart.oneGroup' : none, said)}
      values={values}
      most={most}
      first={words.monthOfYear(months[0] ?? '')}
      last={words.monthOfYear(months.at(-1) ?? '')}
    />
  )
}
