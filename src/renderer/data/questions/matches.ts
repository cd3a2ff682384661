import { matchesFor, type Match } from '../../../shared/rules/match.ts'
import type { Asked, MatchesView, MatchRow } from '../../workerLink/matchViews.ts'
import { offersTo } from '../reading/offersTo.ts'
import type { ViewContext } from '../reading/context.ts'
import { entriesOnce } from '../reading/entries.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What of the directory fits somebody (story 22). */
export const matches = defineQuestion({
  madeOf: ['person', 'service', 'group', 'venue', 'colleague', 'membership', 'team', 'offer'],
  afterLease: false,
  answer: (context, { personId, asked, most }: { personId: string; asked: Asked; most: number }) => matchesView(context, personId, asked, most),
})

/** More near misses help nobody to choose. */
const mostOthers = 10

async function matchesView(context: ViewContext, personId: string, asked: Asked, most: number): Promise<MatchesView | null> {
  const person = context.store.memory.get('person', personId)
  if (!person) return null
  const entries = await entriesOnce(context)
  const found = matchesFor({ ...asked, from: person.address ?? {}, gender: person.gender ?? null }, entries)
  const rows = (list: readonly Match[], limit: number) => list.slice(0, limit).map((one) => rowOf(context, personId, one))
  return {
    total: entries.length,
    fitting: found.fits.length,
    fits: rows(found.fits, most),
    closed: rows(found.closed, mostOthers),
    others: rows(found.others, mostOthers),
  }
}

function rowOf(context: ViewContext, personId: string, match: Match): MatchRow {
  const { entry, distance, against, ask } = match
  const { id, groupId, serviceId, kind, name, organiser, times, timesWords, slots, free, pence, costWords, vacancy, freshDays, closed } = entry
  const standing = offersTo(context, personId).find((one) => (groupId ? one.groupId === groupId : Boolean(serviceId) && one.serviceId === serviceId))
  const member = groupId && context.store.memory.linked('membership', 'personId', personId).some((one) => one.groupId === groupId && !one.endedOn)
  return {
    ...{ id, groupId, serviceId, kind, name, organiser, times, timesWords, slots, free, pence, costWords, vacancy, freshDays, closed },
    ...{ distance, for: match.for, against, ask },
    place: [entry.venue || entry.address, entry.town].filter(Boolean).join(', '),
    placesLeft: entry.placesLeft ?? null,
    needs: match.for.flatMap((one) => (one.code === 'need' ? [one.need] : [])),
    offer: standing && standing.state !== 'declined' ? standing.state : null,
    isMember: Boolean(member),
  }
}
