import type { CountView } from '../../workerLink/views.ts'
import { gapInWords } from '../../words/countInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** Counts that did not agree, with who or why: said even when a later count agrees. */
export function Gaps({ gaps }: { gaps: readonly CountView[] }) {
  const words = useWords()
  if (gaps.length === 0) return null
  return (
    <ul className="closing__gaps" aria-label={words.say('close.gaps')}>
      {gaps.map((count) => (
        <li key={count.moment}>{gapInWords(count, words)}</li>
      ))}
    </ul>
  )
}
