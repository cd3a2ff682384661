import type { FeedField } from '../../../shared/portable/openReferral.ts'
import { accessLabel } from '../../../shared/rules/directoryLists.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { listingTimes, poundsOf } from '../../words/listingInWords.ts'
import type { Words } from '../../words/useWords.ts'

/** What a list says of a field, as people read it. */
export function feedValue(field: FeedField, text: string, words: Words): string {
  if (!text) return ''
  if (field === 'status') return words.say(text === 'open' ? 'feed.open' : 'feed.closed')
  if (field === 'free') return words.say(text === 'true' ? 'feed.yes' : 'feed.no')
  if (field === 'pence') return `£${poundsOf(Number(text))}`
  if (field === 'needs') return codes(text).map(needLabel).join(', ')
  if (field === 'access') return codes(text).map(accessLabel).join(', ')
  if (field === 'languages') return codes(text).join(', ')
  if (field === 'times') return listingTimes({ slots: null, times: JSON.parse(text) as never, timesWords: '' }, words)
  return text
}

function codes(text: string): string[] {
  return JSON.parse(text) as string[]
}
