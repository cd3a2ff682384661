import { mostDaysAhead } from '../../../shared/commands/ready.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { declarationState, latestDeclaration } from '../../../shared/rules/declarations.ts'
import { readyList, type ReadyFacts } from '../../../shared/rules/ready.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ReadyCard, TakeAlongView, TakeRow } from '../../workerLink/sheetViews.ts'
import type { StatusView } from '../../workerLink/views.ts'
import type { StatusKeeper } from '../statusKeeper.ts'
import type { ViewContext } from '../reading/context.ts'
import { headOf, phonesOf } from '../reading/sheetHead.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What is to be ready before one goes where there is no signal. */
export const takeAlong = defineQuestion({
  afterLease: true,
  answer: (context, _: null, { status }) => takeAlongView(context, status),
})

/** How far ahead sessions are listed at all; the last of them are too far to take. Days. */
const daysListed = 21

/** What this laptop takes along, and whether it is all here (story 1). */
async function takeAlongView(context: ViewContext, keeper: StatusKeeper): Promise<TakeAlongView> {
  const today = context.today()
  const coming = context.agenda.between(today, addDays(today, daysListed))
  await context.store.load(
    'takenLaptop',
    'sessionId',
    coming.map((one) => one.sessionId),
  )
  const rows = coming.map((one) => ({ one, row: takeRow(context, one) }))
  const listed = rows.filter(({ one, row }) => context.carries(one.groupId) || row.takenLaptopId)
  const chosen = listed.filter(({ row }) => row.takenLaptopId)
  await loadPeople(
    context,
    chosen.flatMap(({ one }) => membersOf(context, one)),
  )
  const status = keeper.view()
  const { device } = context.store.opened.identity
  return {
    device: { id: device, name: context.deviceName() },
    upTo: addDays(today, mostDaysAhead),
    asOf: loadOf(context, status) === 'done' ? status.lastReached : null,
    loading: status.loading,
    parked: status.parked,
    sessions: listed.map(({ row }) => row),
    chosen: chosen.map(({ one, row }) => readyCard(context, status, one, row)),
  }
}

function takeRow(context: ViewContext, one: Occurrence): TakeRow {
  const { memory, opened } = context.store
  const takings = memory.linked('takenLaptop', 'sessionId', one.sessionId).filter((taking) => !taking.voidedBecause)
  const { device, formerly = [] } = opened.identity
  const isMine = (taking: { deviceId: string }) => [device, ...formerly].includes(taking.deviceId)
  const mine = takings.find(isMine)
  const others = takings.filter((taking) => !isMine(taking))
  return {
    ...headOf(context, one),
    expected: membersOf(context, one).length,
    cancelled: Boolean(one.session?.cancelledBecause),
    soon: one.date < addDays(context.today(), 7),
    tooFar: one.date > addDays(context.today(), mostDaysAhead),
    takenLaptopId: mine?.id ?? null,
    others: others.map((taking) => ({ name: taking.deviceName, by: context.colleagueName(taking.byId) ?? '' })),
  }
}

function membersOf(context: ViewContext, { groupId, date }: Occurrence): string[] {
  return context.membersOf(groupId, date).map((one) => one.personId)
}

async function loadPeople(context: ViewContext, ids: readonly string[]): Promise<void> {
  await Promise.all([context.store.load('emergencyContact', 'personId', ids), context.store.load('declaration', 'personId', ids)])
}

function readyCard(context: ViewContext, status: StatusView, one: Occurrence, row: TakeRow): ReadyCard {
  const ids = membersOf(context, one)
  const people = ids.flatMap((id) => context.store.memory.get('person', id) ?? [])
  const lines = readyList(factsOf(context, status, one, people, ids.length))
  const venue = one.venueId ? context.store.memory.get('venue', one.venueId) : undefined
  return {
    ...row,
    lines,
    ready: lines.every((line) => line.ready),
    people: ids.length,
    withAlerts: people.filter(isToKnow).length,
    notes: venue?.notes?.trim() || null,
  }
}

function factsOf(context: ViewContext, status: StatusView, one: Occurrence, people: readonly Entity<'person'>[], members: number): ReadyFacts {
  const { memory } = context.store
  const group = memory.get('group', one.groupId)
  const declared = (id: string) => declarationState(latestDeclaration(memory.linked('declaration', 'personId', id)), one.date)
  return {
    load: loadOf(context, status),
    parked: status.parked,
    inSight: context.carries(one.groupId),
    members,
    arrived: people.length,
    withContact: people.filter(({ id }) => context.contactsOf(id).length > 0).length,
    withDeclaration: people.filter(({ id }) => ['ask', 'today'].includes(declared(id))).length,
    withPhone: people.filter(({ id }) => phonesOf(context, 'person', id).length > 0).length,
    asksHealth: group ? partsOf(group).declaration : false,
    venue: one.venueId === null ? 'none' : memory.get('venue', one.venueId) ? 'here' : 'missing',
  }
}

/** Whether all that comes to this laptop has come: the bookmark is set when the last page of the load is on disk. */
function loadOf(context: ViewContext, status: StatusView): ReadyFacts['load'] {
  const { bookmark, load } = context.store.state
  if (bookmark && !load && !status.loading) return 'done'
  return (load ?? status.loading) ? 'loading' : 'never'
}

function isToKnow({ alerts, medicine, pleaseDont }: Entity<'person'>): boolean {
  return Boolean(alerts?.length || medicine || pleaseDont)
}
