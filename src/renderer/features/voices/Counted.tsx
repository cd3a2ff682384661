import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'

/** How often each answer was given; of fewer than five answers only how many there are. Each bar has its name and its number, so it is its own table. */
export function Counted<Word extends string>({
  title,
  counted,
  label,
}: {
  title: string
  counted: { answers: number; of: Record<Word, number> | null }
  label: (word: Word) => string
}) {
  const words = useWords()
  const bars = counted.of && (Object.keys(counted.of) as Word[]).map((one) => ({ id: one, label: label(one), value: counted.of![one] }))
  const summary = `${title}: ${(bars ?? []).map((one) => `${one.label} ${one.value}`).join(', ')}`
  return (
    <Card title={title} aside={<span className="soft small">{words.say('voices.answers', { count: counted.answers })}</span>}>
      {counted.answers > 0 && (
        <div className="card__body">
          {bars && <BarChart summary={summary} bars={bars.map((one) => ({ ...one, text: words.number(one.value) }))} />}
          {!bars && <p className="soft">{words.say('voices.few')}</p>}
        </div>
      )}
    </Card>
  )
}
