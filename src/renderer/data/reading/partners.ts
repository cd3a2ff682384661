import { dateOf, type PlainDate } from '../../../shared/std/dates.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'

/** Whom somebody of a partner works for, until when, and when they last agreed (story 36). */
export function partnerOf(
  { store: { memory } }: ViewContext,
  colleagueId: string,
): { of: string; until: PlainDate; agreedOn: PlainDate | null } | null {
  const found = memory.get('colleague', colleagueId)
  if (!found?.partnerOf || !found.partnerUntil) return null
  const [last] = memory
    .list('partnerAgreement')
    .filter((one) => one.byId === colleagueId)
    .sort(newestFirst)
  return { of: found.partnerOf, until: found.partnerUntil, agreedOn: last ? dateOf(last.at) : null }
}
