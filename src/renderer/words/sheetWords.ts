import type { SessionHead } from '../workerLink/sheetViews.ts'
import type { Words } from './useWords.ts'
import { reasonInWords } from './sentences.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import { say } from '../state/said.ts'

/** "Walk and Talk · Riversley Park, bandstand · Thu 22 October, 10:30 to 12:00" */
export function sessionInWords(head: SessionHead, words: Words): string {
  return [head.group, whereWhenInWords(head, words)].filter(Boolean).join(' · ')
}

/** "Riversley Park, bandstand · Thu 22 October, 10:30 to 12:00" */
export function whereWhenInWords(head: SessionHead, words: Words): string {
  const place = [head.place, head.meetingPoint].filter(Boolean).join(', ')
  const when = words.say('take.when', { day: words.shortDay(head.date), start: words.time(head.start), end: words.time(head.end) })
  return [place, when].filter(Boolean).join(' · ')
}

/** Shows why something was not done; nothing when it was, or when it had been done before. */
export function sayTrouble(result: { ok: true } | { ok: false; reason: Reason }, words: Words): boolean {
  if (result.ok || result.reason === 'nothingChanged') return true
  say(reasonInWords(result.reason, words))
  return false
}
