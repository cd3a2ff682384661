import { Card } from '../../ui/Card.tsx'
import { NamedBars } from '../../ui/NamedBars.tsx'
import { useWords } from '../../words/useWords.ts'

/** How often each answer was given; of fewer than five answers only how many there are. Each bar has its name and its number, so it is its own table. */
export function Counted<Word extends string>({
  title,
  counted: { answers, of },
  label,
}: {
  title: string
  counted: { answers: number; of: Record<Word, number> | null }
  label: (word: Word) => string
}) {
  const words = useWords()
  const all = of && (Object.keys(of) as Word[]).map((one) => ({ id: one, label: label(one), text: words.number(of[one]), share: of[one] / answers }))
  return (
    <Card title={title} aside={<span className="soft small">{words.say('voices.answers', { count: answers })}</span>}>
      {all && <NamedBars bars={all} />}
      {!all && answers > 0 && <p className="card__body soft">{words.say('voices.few')}</p>}
    </Card>
  )
}
