import type { Bar, BarsWords } from '../ui/Bars.tsx'
import type { Words } from './useWords.ts'
import { present } from './present.ts'

/** A picture of attendance in words. */
export function trendWords(group: string, bars: readonly Bar[], words: Words): BarsWords {
  const missing = words.say('trend.notRecorded')
  const when = words.clock(present())
  const values = bars.map((bar) => (bar.value === null ? missing : words.number(bar.value))).join(', ')
  const gaps = bars.some((bar) => bar.value === null)
  return {
    summary: words.say('trend.summary', { group, first: bars[0]?.label ?? '', last: bars.at(-1)?.label ?? '', values }),
    missing,
    asAt: words.say(gaps ? 'trend.asAt' : 'trend.asAtFull', { when }),
    showTable: words.say('trend.table'),
    showPicture: words.say('trend.picture'),
    columns: [words.say('trend.date'), words.say('trend.came')],
  }
}
