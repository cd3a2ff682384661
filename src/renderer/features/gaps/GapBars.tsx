import { needLabel } from '../../../shared/rules/needs.ts'
import { leastShown } from '../../../shared/rules/smallNumbers.ts'
import { Card } from '../../ui/Card.tsx'
import { NamedBars } from '../../ui/NamedBars.tsx'
import { maskedInWords } from '../../words/gapsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { GapsView } from '../../workerLink/gapViews.ts'

/** As many as one compares at a glance; the table has them all. */
const most = 8

/** The same as bars from zero, each with its number. What may not be told apart is an empty bar of one length. */
export function GapBars({ view }: { view: GapsView }) {
  const words = useWords()
  const lines = view.lines.filter((one) => one.people !== 0).slice(0, most)
  if (lines.length === 0) return null
  const highest = Math.max(leastShown, ...lines.map((one) => one.people ?? 0))
  return (
    <Card title={words.say('gaps.people')} aside={<span className="soft small">{words.say('gaps.asAt', { day: words.shortDay(view.asAt) })}</span>}>
      <NamedBars
        bars={lines.map((one) => ({
          id: one.key,
          label: words.say('gaps.line', { need: needLabel(one.need), place: one.place }),
          text: maskedInWords(one.people, words),
          share: (one.people ?? leastShown - 1) / highest,
          hidden: one.people === null,
        }))}
      />
    </Card>
  )
}
