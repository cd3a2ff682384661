import type { GapLine } from '../../shared/rules/gaps.ts'
import type { Masked } from '../../shared/rules/smallNumbers.ts'
import type { MessageId } from './en.ts'
import { en } from './en.ts'
import type { Words } from './useWords.ts'

/** "12", or "fewer than 5". */
export function maskedInWords(people: Masked, words: Words): string {
  return people === null ? words.say('gaps.fewer') : words.number(people)
}

/** "Thursday morning: 7, Friday morning: fewer than 5": the three at which most could come. */
export function gapTimes(times: GapLine['times'], words: Words): string {
  if (times.length === 0) return words.say('gaps.anyTime')
  return times
    .slice(0, 3)
    .map(({ time, people }) => `${timeOfWeek(time, words)}: ${maskedInWords(people, words)}`)
    .join(', ')
}

/** "Thursday morning" of "TH-am"; a time that a newer app wrote as it is. */
export function timeOfWeek(time: string, words: Words): string {
  const id = `gaps.time.${time}`
  return Object.hasOwn(en, id) ? words.say(id as MessageId) : time
}
