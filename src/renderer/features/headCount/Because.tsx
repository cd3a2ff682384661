import { headCountBecause, type HeadCountBecause } from '../../../shared/records/headCount.ts'
import { SelectField } from '../../ui/Field.tsx'
import { becauseInWords } from '../../words/countInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** What explains a count that does not agree, if the counter knows (story 8). */
export function Because({ because, onBecause }: { because: HeadCountBecause | null; onBecause: (because: HeadCountBecause | null) => void }) {
  const words = useWords()
  return (
    <SelectField
      label={words.say('count.because')}
      value={because ?? ''}
      onChange={(event) => onBecause((event.target.value || null) as HeadCountBecause | null)}
    >
      <option value="">{words.say('count.becauseChoose')}</option>
      {headCountBecause.options.map((why) => (
        <option key={why} value={why}>
          {becauseInWords(why, words)}
        </option>
      ))}
    </SelectField>
  )
}
