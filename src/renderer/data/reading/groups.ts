import type { GroupRow, GroupView, TeamView, VenueView } from '../../workerLink/views.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { byName, nameOf, sortKey } from '../../../shared/rules/names.ts'
import { addDays } from '../../../shared/std/dates.ts'
import { templateOf } from '../../../shared/rules/templates.ts'
import { bySort } from '../../../shared/std/order.ts'
import { apartFor, apartOfIds } from './apart.ts'
import type { ViewContext } from './context.ts'
import { partnerOf } from './partners.ts'
import { openAddress } from './publishing.ts'
import { regularsOf } from './regulars.ts'
import { sessionCards } from './sessionCard.ts'
import { trendOf } from './trend.ts'

/** How long after an import the group's page offers to take it back. Days. */
const undoDays = 30

/** All groups by name. */
export async function groupsView(context: ViewContext): Promise<GroupRow[]> {
  const groups = context.store.memory.list('group').sort(byName)
  return Promise.all(groups.map((group) => groupRow(context, group)))
}

async function groupRow(context: ViewContext, group: Entity<'group'>): Promise<GroupRow> {
  const trend = await trendOf(context, group.id)
  return {
    groupId: group.id,
    name: group.name,
    organiser: group.organiser ?? null,
    place: (group.venueId && context.store.memory.get('venue', group.venueId)?.name) || '',
    when: group.schedule,
    leader: context.colleagueName(group.leaderId),
    members: context.membersOf(group.id, context.today()).length,
    trend: trend.map((one) => one.here),
    state: group.state,
  }
}

/** One group with its people and sessions. */
export async function groupView(context: ViewContext, groupId: string): Promise<GroupView | null> {
  const group = context.store.memory.get('group', groupId)
  if (!group) return null
  const today = context.today()
  const upcoming = context.agenda.ofGroup(groupId, today, addDays(today, 35))
  const past = context.agenda.ofGroup(groupId, addDays(today, -120), addDays(today, -1)).reverse()
  return {
    ...(await groupRow(context, group)),
    about: group.about ?? null,
    counts: group.counts,
    template: templateOf(group),
    capacity: group.capacity ?? null,
    peoplePerLeader: group.peoplePerLeader ?? null,
    secondVenueId: group.secondVenueId ?? null,
    venueId: group.venueId ?? null,
    leaderId: group.leaderId ?? null,
    facilitatorIds: group.facilitatorIds ?? [],
    people: await peopleOf(context, group),
    imports: importsOf(context, groupId),
    upcoming: await sessionCards(context, upcoming),
    past: await sessionCards(context, past),
  }
}

async function peopleOf(context: ViewContext, group: Entity<'group'>): Promise<GroupView['people']> {
  const today = context.today()
  const regulars = await regularsOf(context, { groupId: group.id, date: addDays(today, 1), start: '' })
  const members = context.membersOf(group.id, today)
  const apart = apartOfIds(
    context,
    members.map((one) => one.personId),
  )
  return members
    .flatMap(({ personId, since }) => {
      const person = context.store.memory.get('person', personId)
      if (!person) return []
      const held = regulars.held.filter((one) => one.date >= since)
      const came = held.filter((one) => one.came.has(personId))
      return [
        {
          personId,
          name: nameOf(person),
          ...apartFor(apart, personId),
          since,
          came: came.length,
          of: held.length,
          lastCame: came[0]?.date ?? null,
          sort: sortKey(person),
        },
      ]
    })
    .sort(bySort)
    .map(({ sort: _, ...one }) => one)
}

function venueOf({ id, name, ...venue }: Entity<'venue'>): VenueView {
  const { meetingPoint, gridReference, address, town, postcode, notes, isPublic } = venue
  return {
    id,
    name,
    meetingPoint: meetingPoint ?? '',
    gridReference: gridReference ?? '',
    address: address ?? '',
    town: town ?? '',
    postcode: postcode ?? '',
    notes: notes ?? '',
    isPublic: isPublic ?? false,
  }
}

/** Lists that brought members here, newest first; by then older ones have become the group's own. */
function importsOf(context: ViewContext, groupId: string): GroupView['imports'] {
  const from = addDays(context.today(), -undoDays)
  const brought = context.store.memory.linked('membership', 'groupId', groupId).filter((one) => one.importId && !one.endedOn)
  const lists = new Map<string, GroupView['imports'][number]>()
  for (const { importId = '', since } of brought) {
    const { on, people } = lists.get(importId) ?? { on: since, people: 0 }
    lists.set(importId, { importId, on: since > on ? since : on, people: people + 1 }) // who came back had joined before
  }
  return [...lists.values()]
    .filter((one) => one.on >= from)
    .sort((a, b) => (a.on === b.on ? (a.importId < b.importId ? 1 : -1) : a.on < b.on ? 1 : -1))
}

/** The team: colleagues with their laptops, and places. */
export function teamView(context: ViewContext): TeamView {
  const { memory, opened } = context.store
  const devices = memory.list('device')
  const colleagues = memory.list('colleague').sort(byName)
  const own = memory.get('team', opened.identity.team.id)
  return {
    team: own?.name ?? opened.identity.team.name,
    caseloadFigure: own?.caseloadFigure ?? null,
    districts: own?.districts ?? [],
    openData: { on: own?.openData ?? false, address: openAddress(context) },
    colleagues: colleagues.map(({ id, name, role, phone = null, trainedOn = null, dbsUntil = null, firstAidUntil = null }) => ({
      id,
      name,
      role,
      papers: { phone, trainedOn, dbsUntil, firstAidUntil },
      partner: partnerOf(context, id),
      devices: devices
        .filter((one) => one.colleagueId === id)
        .sort((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1))
        .map((one) => ({ name: one.name, enrolledAt: one.enrolledAt, revoked: Boolean(one.revokedAt) })),
    })),
    venues: memory.list('venue').sort(byName).map(venueOf),
  }
}
