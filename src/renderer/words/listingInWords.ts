import type { Listing } from '../../shared/rules/directory.ts'
import { whenInWords } from './slotInWords.ts'
import type { Words } from './useWords.ts'

/** When it is: "Mondays 10:00 to 12:00", and what is not weekly in its own words. */
export function listingTimes(one: Pick<Listing, 'slots' | 'times' | 'timesWords'>, words: Words): string {
  const weekly = one.times.map(({ day, from, until }) =>
    words.say('directory.time', { day: words.say(`weekday.${day}`), from: words.time(from), until: words.time(until) }),
  )
  const times = one.slots ? whenInWords(one.slots, words) : weekly.join('; ')
  return [times, one.timesWords].filter(Boolean).join('. ')
}

/** "Free", "£2.50 a visit" or what somebody wrote of it. */
export function listingCost(one: Pick<Listing, 'free' | 'pence' | 'costWords'>, words: Words): string {
  const sum = one.pence ? words.say('directory.cost.each', { pounds: poundsOf(one.pence) }) : ''
  if (one.free) return [words.say('directory.cost.free'), one.costWords].filter((said, at, all) => said && all.indexOf(said) === at).join('. ')
  return [sum, one.costWords].filter(Boolean).join('. ') || words.say('directory.cost.notKnown')
}

/** "3" and "2.50": no pence where there are none. */
export function poundsOf(pence: number): string {
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

/** "Riversley Park, Nuneaton" */
export function listingPlace(one: Pick<Listing, 'venue' | 'address' | 'town'>): string {
  return [one.venue || one.address, one.town].filter(Boolean).join(', ')
}

/** "checked 12 days ago" */
export function listingFresh({ freshDays }: Pick<Listing, 'freshDays'>, words: Words): string {
  return freshDays === null ? words.say('directory.never') : words.say('directory.checkedDays', { days: freshDays })
}

/** "Closed until 3 November", or nothing while it is open. */
export function listingClosed({ closed }: Pick<Listing, 'closed'>, words: Words): string {
  if (!closed) return ''
  return closed.until ? words.say('directory.closedUntil', { day: words.shortDay(closed.until) }) : words.say('directory.closedOpen')
}
