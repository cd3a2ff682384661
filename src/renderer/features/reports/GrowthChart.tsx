import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupRow } from '../../workerLink/views.ts'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { SmallChart, SmallMultiples } from '../../ui/charts/SmallMultiples.tsx'
import { useWords } from '../../words/useWords.ts'
import { columnOf, numbersOf } from './reportColumns.ts'

/** Who had signed up and who came, month by month; of all groups together also each group beside the others. */
export function GrowthChart({ table, ofAll }: { table: ReportTable; ofAll: boolean }) {
  const words = useWords()
  const months = columnOf(table, 'month').map(String)
  const [signedUp, people] = [whole(table, 'signedUp'), whole(table, 'people')]
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const most = Math.max(0, ...people)
  const summary = words.say('report.chart.growth', {
    first: words.month(first),
    last: words.month(last),
    signedUp: signedUp.at(-1) ?? 0,
    most,
    when: words.month(months[people.indexOf(most)] ?? last),
  })
  const lines = [
    { id: 'signedUp', label: words.say('reportColumn.growth.signedUp'), values: signedUp },
    { id: 'people', label: words.say('reportColumn.growth.people'), values: people },
  ]
  return (
    <>
      <LineChart summary={summary} lines={lines} first={words.month(first)} last={words.month(last)} />
      {ofAll && <EachGroup months={months} most={most} />}
    </>
  )
}

/** Nobody comes to one group who does not come to any: what all came to at most is high enough for each. */
function EachGroup({ months, most }: { months: readonly string[]; most: number }) {
  const words = useWords()
  const groups = useView('groups', null) ?? []
  if (groups.length < 2) return null
  return (
    <SmallMultiples title={words.say('report.chart.each')}>
      {groups.map((one) => (
        <OneGroup key={one.groupId} group={one} months={months} most={most} />
      ))}
    </SmallMultiples>
  )
}

function OneGroup({ group, months, most }: { group: GroupRow; months: readonly string[]; most: number }) {
  const words = useWords()
  const table = useView('report', { name: 'growth', params: { groupId: group.groupId }, forFile: false })
  if (!table) return null
  const byMonth = new Map(columnOf(table, 'month').map((month, at) => [String(month), whole(table, 'people')[at] ?? 0]))
  const values = months.map((month) => byMonth.get(month) ?? 0)
  const highest = Math.max(0, ...values)
  const said = { highest, when: words.month(months[values.indexOf(highest)] ?? ''), last: values.at(-1) ?? 0 }
  return (
    <SmallChart
      title={group.name}
      summary={words.say(highest > 0 ? 'report.chart.oneGroup' : 'report.chart.nobody', said)}
      values={values}
      most={most}
      first={words.month(months[0] ?? '')}
      last={words.month(months.at(-1) ?? '')}
    />
  )
}

function whole(table: ReportTable, id: string): number[] {
  return numbersOf(table, id).map((one) => one ?? 0)
}
