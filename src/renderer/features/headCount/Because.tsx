import { SelectField } from '../../ui/Field.tsx'
import type { MessageId } from '../../words/en.ts'
import { useWords } from '../../words/useWords.ts'
import type { Because as Why, Counting } from './verdict.ts'

const whys: readonly (readonly [Why, MessageId])[] = [
  ['leftEarly', 'count.becauseLeftEarly'], ['neverCame', 'count.becauseNeverCame'], ['helper', 'count.becauseHelper'],
  ['miscount', 'count.becauseMiscount'], ['other', 'count.becauseOther'],
]

/** What explains a count that does not agree, if the counter knows (story 8). */
export function Because({ counting, onBecause }: { counting: Counting; onBecause: (because: Why | null) => void }) {
  const words = useWords()
  return (
    <SelectField label={words.say('count.because')} value={counting.because ?? ''} onChange={(event) => onBecause((event.target.value || null) as Why | null)}>
      <option value="">{words.say('count.becauseNone')}</option>
      {whys.map(([why, label]) => <option key={why} value={why}>{words.say(label)}</option>)}
    </SelectField>
  )
}
