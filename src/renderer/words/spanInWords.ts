import type { Words } from './useWords.ts'

const hour = 60
const day = 24 * hour

/** A length of time as people say it: minutes, from two hours on in hours, from a day on in days. */
export function spanInWords(minutes: number, words: Words): string {
  const much = Math.abs(minutes)
  if (much >= day) return words.say('time.days', { number: Math.round(much / day) })
  if (much >= 2 * hour) return words.say('time.hours', { number: Math.round(much / hour) })
  return words.say('time.minutes', { number: much })
}
