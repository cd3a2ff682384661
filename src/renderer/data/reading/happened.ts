import type {
  Arrival, ConcernsView, ConcernView, IncidentsView, IncidentView, NumbersView, OwnConcern, PinnedView,
} from '../../desk/doorViews.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { nameOf, sortName } from '../../../shared/rules/names.ts'
import { apartFor } from './apart.ts'
import type { ViewContext } from './context.ts'
import { openRegisterOnce } from './register.ts'

type Incident = Entity<'incident'>
type Concern = Entity<'concern'>

/** Numbers to ring that the lead keeps for the team. */
export function numbersView(context: ViewContext): NumbersView {
  const team = context.store.memory.get('team', context.store.opened.identity.team.id)
  return { dutyPhone: team?.dutyPhone || null, safeguarding: contact(team?.safeguarding), alternate: contact(team?.safeguardingAlternate) }
}

function contact(one: { name: string; phone: string } | undefined): { name: string; phone: string } | null {
  return one && (one.name || one.phone) ? one : null
}

/** Whether the surgery has what this laptop wrote. */
function arrivalOf(context: ViewContext, record: RecordName, id: string): Arrival {
  const states = (context.store.own.get(keyOf(record, id)) ?? []).filter(({ entry }) => !entry.closed).map(({ entry }) => entry.state)
  return states.includes('held') ? 'held' : states.includes('pending') ? 'waiting' : 'arrived'
}

function newestFirst(a: { at: string; id: string }, b: { at: string; id: string }): number {
  return `${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1
}

/** Incidents and near misses of a session with what its form needs, or of all sessions. */
export async function incidentsView(context: ViewContext, sessionId: string | null): Promise<IncidentsView | null> {
  const session = sessionId === null ? null : await sessionOf(context, sessionId)
  if (sessionId !== null && !session) return null
  const all = context.store.memory.list('incident').filter((one) => sessionId === null || one.sessionId === sessionId)
  return { session, numbers: numbersView(context), reports: all.sort(newestFirst).map((one) => incidentView(context, one)) }
}

async function sessionOf(context: ViewContext, sessionId: string): Promise<IncidentsView['session']> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const { occurrence, group, attendance } = open
  const venue = occurrence.venueId ? context.store.memory.get('venue', occurrence.venueId) : undefined
  const people = [...attendance.values()].filter((one) => one.state !== 'undone')
    .flatMap(({ personId }) => context.store.memory.get('person', personId) ?? [])
    .map((person) => ({ personId: person.id, name: nameOf(person), ...apartFor(open.apart, person.id), sort: `${sortName(person)} ${person.id}` }))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
  return {
    sessionId, which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot }, group: group.name, date: occurrence.date,
    ...context.placeOf(occurrence), gridReference: venue?.gridReference || null,
    here: people.map(({ sort: _, ...one }) => one),
  }
}

function groupOfSession(context: ViewContext, sessionId: string | null | undefined): string {
  const groupId = sessionId ? context.agenda.find(sessionId, context.today())?.groupId : undefined
  return (groupId && context.store.memory.get('group', groupId)?.name) || ''
}

function incidentView(context: ViewContext, one: Incident): IncidentView {
  const name = (id: string) => {
    const person = context.store.memory.get('person', id)
    return person ? [nameOf(person)] : []
  }
  return {
    id: one.id, sessionId: one.sessionId, group: groupOfSession(context, one.sessionId), kind: one.kind, happenedAt: one.happenedAt,
    who: one.personIds.flatMap(name), others: one.others ?? null, what: one.what, injury: one.injury ?? null, firstAid: one.firstAid ?? null,
    ambulance: one.ambulance, ambulanceAt: one.ambulanceAt ?? null, witnesses: one.witnesses ?? null, weather: one.weather ?? null,
    followUp: one.followUp ?? null, told: one.told ?? null, at: one.at, by: context.colleagueName(one.byId) ?? '', sameAs: one.sameAs ?? null,
    state: arrivalOf(context, 'incident', one.id),
  }
}

/** How far a concern has come, for whoever wrote it. */
function ownConcern(context: ViewContext, one: Concern): OwnConcern {
  const arrival = arrivalOf(context, 'concern', one.id)
  return { id: one.id, at: one.at, state: arrival !== 'arrived' ? arrival : one.acknowledgedAt ? 'read' : 'unread' }
}

/**
 * The rows of concerns that are there at least in outline: on a laptop that is not a lead's they have no words
 * (records/concern.ts), so they are no whole entities.
 */
function concernsKnown(context: ViewContext): Concern[] {
  const rows = [...context.store.memory.rowsOf('concern')]
  return rows.flatMap(({ view }) => (view && typeof view.fields['at'] === 'string' ? [{ ...view.fields, id: view.id } as unknown as Concern] : []))
}

function mine(context: ViewContext): OwnConcern[] {
  const me = context.store.opened.identity.colleague.id
  return concernsKnown(context).filter((one) => one.byId === me).sort(newestFirst).map((one) => ownConcern(context, one))
}

/** What a lead may read: concerns with their words that are not about them. The server does not send those; this asks again. */
function readable(context: ViewContext): Concern[] {
  const me = context.store.opened.identity.colleague.id
  if (context.store.role() !== 'lead') return []
  return concernsKnown(context).filter((one) => one.what && one.aboutColleagueId !== me)
}

/** Concerns: one's own in outline; all of them with their words for a lead. */
export function concernsView(context: ViewContext): ConcernsView {
  const all = readable(context)
  const first = all.filter((one) => !one.addsTo).sort(newestFirst)
  const toRead = first.map((one) => concernView(context, one, all.filter((more) => more.addsTo === one.id)))
  return { numbers: numbersView(context), mine: mine(context), toRead: context.store.role() === 'lead' ? toRead : null }
}

function concernView(context: ViewContext, one: Concern, more: readonly Concern[]): ConcernView {
  const person = one.personId ? context.store.memory.get('person', one.personId) : undefined
  const said = ({ id, at, byId, what, told }: Concern) => ({ id, at, by: context.colleagueName(byId) ?? '', what, told })
  return {
    ...said(one), person: person ? nameOf(person) : null, who: one.who ?? null, aboutColleague: context.colleagueName(one.aboutColleagueId),
    inDanger: one.inDanger ?? false, group: groupOfSession(context, one.sessionId) || null,
    acknowledged: one.acknowledgedAt ? { at: one.acknowledgedAt, by: context.colleagueName(one.acknowledgedBy) ?? '' } : null,
    unread: [one, ...more].filter((each) => !each.acknowledgedAt).map((each) => each.id),
    more: [...more].sort((a, b) => newestFirst(b, a)).map(said),
  }
}

/** What must not be forgotten: reports that have not arrived, own concerns the lead has not read (stories 10, 11). */
export function pinnedView(context: ViewContext): PinnedView {
  const onTheirWay = context.store.memory.list('incident').sort(newestFirst).flatMap((one) => {
    const { id, sessionId, kind, at } = one
    const state = arrivalOf(context, 'incident', id)
    return state === 'arrived' ? [] : [{ id, sessionId, group: groupOfSession(context, sessionId), kind, at, state }]
  })
  return {
    incidents: onTheirWay, concerns: mine(context).filter((one) => one.state !== 'read'),
    toRead: readable(context).filter((one) => !one.acknowledgedAt).length,
  }
}
