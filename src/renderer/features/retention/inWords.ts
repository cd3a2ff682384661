import type { KeepingRow, RetentionRow } from '../../workerLink/retentionViews.ts'
import type { Words } from '../../words/useWords.ts'

/** "Must be kept until 22 October 2026: 8 years from 22 October 2018, when support ended or they were last seen." */
export function untilInWords({ rule, from, retainUntil }: Pick<RetentionRow, 'rule' | 'from' | 'retainUntil'>, words: Words): string {
  return words.say(`retention.rule.${rule}`, { until: words.fullDate(retainUntil), from: words.fullDate(from) })
}

/** "On hold until 3 May 2027: A complaint is open." */
export function keepingInWords({ decision, lastDay, reason }: KeepingRow, words: Words): string {
  const until = lastDay ? words.say('retention.until', { day: words.fullDate(lastDay) }) : words.say('retention.untilEnded')
  return words.say(`retention.${decision}.line`, { until, reason })
}
