import type { HeadCountBecause } from '../../shared/records/headCount.ts'
import type { CountView } from '../workerLink/views.ts'
import { fullName } from './apartInWords.ts'
import type { MessageId } from './en.ts'
import { momentInWords } from './sentences.ts'
import type { Words } from './useWords.ts'

const whys: Record<HeadCountBecause, MessageId> = {
  leftEarly: 'count.becauseLeftEarly',
  neverCame: 'count.becauseNeverCame',
  helper: 'count.becauseHelper',
  miscount: 'count.becauseMiscount',
  other: 'count.becauseOther',
}

/** What explains a count that does not agree. */
export function becauseInWords(because: HeadCountBecause, words: Words): string {
  return words.say(whys[because])
}

/** "Half-way: 15 of 16 counted. Not seen: Stan Whitmore. Someone left early." */
export function gapInWords(count: CountView, words: Words): string {
  const { moment, counted, expected, missing, because } = count
  const babies = count.babies && count.babies.counted !== count.babies.expected ? words.say('count.babiesDiffer', count.babies) : ''
  const why = because
    ? words.say('close.gapWhy', { why: becauseInWords(because, words) })
    : missing.length > 0
      ? ''
      : words.say('close.gapUnexplained')
  return [
    words.say('close.gap', { moment: momentInWords(moment, words), counted, expected }),
    babies,
    missing.length > 0 ? words.say('close.mismatchNames', { names: words.list(missing.map((one) => fullName(one, words))) }) : '',
    why,
  ]
    .filter(Boolean)
    .join(' ')
}
