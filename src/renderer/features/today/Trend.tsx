import type { TodayView } from '../../workerLink/views.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { Card } from '../../ui/Card.tsx'
import { Bars } from '../../ui/Bars.tsx'
import { trendWords } from '../../words/trendWords.ts'
import { useWords } from '../../words/useWords.ts'

/** How many came to the last twelve sessions. */
export function Trend({ trend, today }: { trend: NonNullable<TodayView['trend']>; today: PlainDate }) {
  const words = useWords()
  const { points } = trend
  if (points.length === 0) return null
  const bars = points.map((point) => ({ id: point.date, label: words.tinyDate(point.date), value: point.here }))
  return (
    <Card title={words.say('trend.title', { group: trend.group, count: points.length })}>
      <Bars bars={bars} words={trendWords(trend.group, bars, words)} lastIsNow={points.at(-1)?.date === today} />
    </Card>
  )
}
