import { bySort, newestFirst } from '../../../shared/std/order.ts'
import type { IncidentsView, IncidentView } from '../../workerLink/doorViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { nameOf, sortKey } from '../../../shared/rules/names.ts'
import { apartFor } from '../reading/apart.ts'
import { arrivalOf, groupOfSession } from '../reading/arrival.ts'
import type { ViewContext } from '../reading/context.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { numbersView } from '../reading/teamNumbers.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Incidents of a session, or all of them. */
export const incidents = defineQuestion({
  afterLease: ({ sessionId }: { sessionId: string | null }) => sessionId !== null, // those of one session; the list of all waits
  answer: (context, { sessionId }: { sessionId: string | null }) => incidentsView(context, sessionId),
})

type Incident = Entity<'incident'>

/** Incidents and near misses of a session with what its form needs, or of all sessions. */
async function incidentsView(context: ViewContext, sessionId: string | null): Promise<IncidentsView | null> {
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
  const people = [...attendance.values()]
    .filter((one) => one.state !== 'undone')
    .flatMap(({ personId }) => context.store.memory.get('person', personId) ?? [])
    .map((person) => ({ personId: person.id, name: nameOf(person), ...apartFor(open.apart, person.id), sort: sortKey(person) }))
    .sort(bySort)
  return {
    sessionId,
    which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot },
    group: group.name,
    date: occurrence.date,
    ...context.placeOf(occurrence),
    gridReference: venue?.gridReference || null,
    here: people.map(({ sort: _, ...one }) => one),
  }
}

function incidentView(context: ViewContext, one: Incident): IncidentView {
  const name = (id: string) => {
    const person = context.store.memory.get('person', id)
    return person ? [nameOf(person)] : []
  }
  return {
    id: one.id,
    sessionId: one.sessionId,
    group: groupOfSession(context, one.sessionId),
    kind: one.kind,
    happenedAt: one.happenedAt,
    who: one.personIds.flatMap(name),
    others: one.others ?? null,
    what: one.what,
    injury: one.injury ?? null,
    firstAid: one.firstAid ?? null,
    ambulance: one.ambulance,
    ambulanceAt: one.ambulanceAt ?? null,
    witnesses: one.witnesses ?? null,
    weather: one.weather ?? null,
    followUp: one.followUp ?? null,
    told: one.told ?? null,
    at: one.at,
    by: context.colleagueName(one.byId) ?? '',
    sameAs: one.sameAs ?? null,
    closed: one.closedAt ? { at: one.closedAt, by: (one.closedBy && context.colleagueName(one.closedBy)) || '', words: one.closedWords ?? '' } : null,
    state: arrivalOf(context, 'incident', one.id),
  }
}
