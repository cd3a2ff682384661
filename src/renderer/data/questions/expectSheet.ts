import type { Entity } from '../../../shared/records/index.ts'
import { firstName } from '../../../shared/rules/names.ts'
import type { MatchEntry } from '../../../shared/rules/match.ts'
import type { ExpectView } from '../../workerLink/matchViews.ts'
import type { ViewContext } from '../reading/context.ts'
import { entriesOnce } from '../reading/entries.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What to expect of something somebody was offered, to print or to read out. */
export const expectSheet = defineQuestion({
  afterLease: false,
  answer: (context, { personId, offerId }: { personId: string; offerId: string }) => expectView(context, personId, offerId),
})

async function expectView(context: ViewContext, personId: string, offerId: string): Promise<ExpectView | null> {
  const { memory } = context.store
  const [person, offer] = [memory.get('person', personId), memory.get('offer', offerId)]
  if (!person || !offer || offer.voidedBecause || offer.personId !== personId) return null
  const entry = (await entriesOnce(context)).find((one) => (offer.groupId ? one.groupId === offer.groupId : one.serviceId === offer.serviceId))
  if (!entry) return null
  const { organiser, about, times, timesWords, slots, address, bring, free, pence, costWords, transport, access } = entry
  return {
    ...{ organiser, about, times, timesWords, slots, address, bring, free, pence, costWords, transport, access },
    name: person.knownAs || person.givenName,
    what: entry.name,
    place: [entry.venue, entry.town].filter(Boolean).join(', '),
    meetAt: offer.meetAt ?? '',
    goesAlong: context.colleagueName(offer.goesAlongId),
    steps: stepsOf(entry.firstVisit),
    call: callOf(context, entry),
    ...ofGroup(context, offer),
  }
}

/** Of a group of ours: where exactly, who runs it, and when the first time begins. */
function ofGroup(context: ViewContext, { groupId, firstOn }: Entity<'offer'>): Pick<ExpectView, 'meetingPoint' | 'leader' | 'first'> {
  const group = groupId ? context.store.memory.get('group', groupId) : undefined
  const session = group && firstOn ? context.agenda.ofGroup(group.id, firstOn, firstOn)[0] : undefined
  const venue = group?.venueId ? context.store.memory.get('venue', session?.venueId ?? group.venueId) : undefined
  const leader = context.colleagueName(session?.leaderId ?? group?.leaderId)
  return {
    meetingPoint: venue?.meetingPoint ?? null,
    leader: leader ? firstName(leader) : null,
    first: firstOn ? { date: firstOn, start: session?.start ?? null } : null,
  }
}

/** A line each, without the dashes and numbers that people type before them. */
function stepsOf(firstVisit: string): string[] {
  return firstVisit
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim())
    .filter(Boolean)
}

/** The team's own number for our groups: nobody's own phone is given away on a sheet. */
function callOf(context: ViewContext, entry: MatchEntry): ExpectView['call'] {
  const { memory, opened } = context.store
  const team = memory.get('team', opened.identity.team.id)
  if (entry.groupId) return team?.dutyPhone ? { name: team.name, phone: team.dutyPhone } : null
  return entry.phone ? { name: entry.contactName || entry.organiser || entry.name, phone: entry.phone } : null
}
