import type { CompanionRow, HereRow, NotYetRow, RegisterView, SearchHit } from '../../workerLink/views.ts'
import { attendanceOf, overlap, type Attendance } from '../../../shared/rules/attendance.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { traitsOf, type Traits } from '../../../shared/rules/duplicates.ts'
import { maybeSame } from '../../../shared/rules/maybeSame.ts'
import { cafeOnly, headsOf } from '../../../shared/rules/heads.ts'
import { standingMarks, waitingList } from '../../../shared/rules/marks.ts'
import { inChargeOf, ratioHere } from '../../../shared/rules/rota.ts'
import { partsOf, templateOf } from '../../../shared/rules/templates.ts'
import { standingCounts } from '../../../shared/rules/headCounts.ts'
import { firstName, nameOf, sortKey } from '../../../shared/rules/names.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { photoOn } from '../../../shared/rules/photoMark.ts'
import { timeOf } from '../../../shared/std/dates.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { apartFor, apartOfIds } from './apart.ts'
import { chipsOf } from './chips.ts'
import { introducedTo, type Introduced } from './introduced.ts'
import type { ViewContext } from './context.ts'
import { hintFor, regularsOf, type Regulars } from './regulars.ts'
import { marksOf } from '../searchMarks.ts'
import { countViews, sessionState } from './sessionCard.ts'

/** How many of those not yet here are listed; search finds the others. More would cost a frame to draw. */
const mostListed = 300
/** How many matches a search shows. */
const mostHits = 20

/** Everything about one register that its view and its search need. */
export interface OpenRegister {
  occurrence: Occurrence
  group: Entity<'group'>
  attendance: Map<string, Attendance>
  members: Map<string, string>
  regulars: Regulars
  /** Marks that hold, by person. */
  marks: Map<string, Entity<'registerMark'>>
  /** Who came along and was not taken back. */
  companions: Entity<'companion'>[]
  /** What tells those apart who are drawn alike on this register. */
  apart: Map<string, Apart>
  /** Who was introduced to the group and has never come: read once, not for each row. */
  introduced: ReadonlyMap<string, Introduced>
}

/** An open register, read once and kept until a write touches it: searching must not read it again for each letter. */
export function openRegisterOnce(context: ViewContext, sessionId: string): Promise<OpenRegister | null> {
  return context.onceUntilTouched(`register ${sessionId}`, () => openRegister(context, sessionId))
}

/** Reads a register, or null when this laptop does not have the session. */
async function openRegister(context: ViewContext, sessionId: string): Promise<OpenRegister | null> {
  const occurrence = context.agenda.find(sessionId, context.today())
  const group = occurrence && context.store.memory.get('group', occurrence.groupId)
  if (!occurrence || !group) return null
  const { store } = context
  const [signIns, marks, companions, regulars] = await Promise.all([
    store.linked('signIn', 'sessionId', sessionId),
    store.linked('registerMark', 'sessionId', sessionId),
    store.linked('companion', 'sessionId', sessionId),
    regularsOf(context, occurrence),
    store.load('rotaDuty', 'sessionId', [sessionId]),
    store.load('membership', 'groupId', [group.id]),
    store.load('introduction', 'groupId', [group.id]),
  ])
  const attendance = new Map(attendanceOf(signIns).map((one) => [one.personId, one]))
  const met = [...attendance.keys(), ...marks.map((one) => one.personId)]
  await keepPeople(context, group.id, met)
  const members = new Map(context.membersOf(group.id, occurrence.date).map(({ personId, since }) => [personId, since]))
  return {
    occurrence,
    group,
    attendance,
    members,
    regulars,
    marks: standingMarks(marks),
    companions: companions.filter((one) => !one.voidedBecause),
    apart: apartOfIds(context, new Set([...members.keys(), ...met])),
    introduced: introducedTo(context, group.id, occurrence.date, regulars),
  }
}

/** Everybody whom the register names, while the laptop has not yet read everybody. */
async function keepPeople({ store }: ViewContext, groupId: string, ids: readonly string[]): Promise<void> {
  if (store.isWhole) return
  const members = store.memory.linked('membership', 'groupId', groupId).map((one) => one.personId)
  await Promise.all([store.keep('person', [...new Set([...members, ...ids])]), store.load('membership', 'personId', ids)])
}

/** The register of one session. */
export async function registerView(context: ViewContext, open: OpenRegister): Promise<RegisterView> {
  const { sessionId } = open.occurrence
  const { occurrence, group, attendance, members } = open
  const present = [...attendance.values()].filter((one) => one.state !== 'undone')
  const came = new Set(present.map((one) => one.personId))
  const absent = inOrder(
    context,
    open,
    [...members.keys()].filter((id) => !came.has(id)),
  )
  const undoneStrangers = [...attendance.values()].filter((one) => one.state === 'undone' && !members.has(one.personId))
  const others = [...open.marks.keys()].filter((id) => !members.has(id) && !came.has(id) && !undoneStrangers.some((one) => one.personId === id))
  const listed = [...absent.slice(0, mostListed), ...undoneStrangers.map((one) => one.personId), ...others]
  const parts = partsOf(group)
  const [counts] = await Promise.all([
    context.store.linked('headCount', 'sessionId', sessionId),
    context.store.load('emergencyContact', 'personId', [...present.map((one) => one.personId), ...listed]),
  ])
  const session = occurrence.session
  return {
    sessionId,
    knowsAll: context.knowsAll,
    which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot },
    groupId: group.id,
    group: group.name,
    date: occurrence.date,
    start: occurrence.start,
    end: occurrence.end,
    ...context.placeOf(occurrence),
    leader: context.colleagueName(occurrence.leaderId),
    counts: parts.moments.length > 0,
    template: templateOf(group),
    companionKinds: [...parts.companions],
    companions: open.companions.filter((one) => !one.withId || !came.has(one.withId)).map(companionRow),
    heads: headsOf([...attendance.values()], open.companions),
    capacity: group.capacity ?? null,
    waiting: waitingList([...open.marks.values()])
      .filter((one) => !came.has(one.personId))
      .map((one) => waitingRow(context, open, one)),
    notRecordedCount: absent.filter((id) => !open.marks.has(id)).length,
    maybeSame: alike(context, open, present),
    twoPeople: session?.twoPeople ?? [],
    cafe: parts.cafe ? cafeOf(context, open) : null,
    checks: parts.checks.map((check) => ({ check, done: session?.checked?.includes(check) ?? false })),
    ratio: parts.peoplePerLeader
      ? ratioHere(
          inChargeOf(context.store.memory.linked('rotaDuty', 'sessionId', sessionId), occurrence.leaderId),
          present,
          open.companions,
          parts.peoplePerLeader,
        )
      : null,
    closed: session?.closedAt ? { at: timeOf(session.closedAt), by: context.colleagueName(session.closedBy) ?? '' } : null,
    cancelledBecause: session?.cancelledBecause ?? null,
    state: sessionState(context, occurrence, present.length),
    here: present.sort(newestFirst).map((one) => hereRow(context, open, one)),
    notYet: listed.flatMap((id) => notYetRow(context, open, id)),
    hereCount: present.filter((one) => one.state === 'here').length,
    leftCount: present.filter((one) => one.state === 'left').length,
    notYetCount: absent.length,
    headCounts: countViews(context, standingCounts(counts), open.apart),
  }
}

function newestFirst(a: Attendance, b: Attendance): number {
  if (a.state !== b.state) return a.state === 'left' ? 1 : -1
  return a.arrivedAt === b.arrivedAt ? (a.personId < b.personId ? -1 : 1) : a.arrivedAt < b.arrivedAt ? 1 : -1
}

/** Who has a mark comes last: nobody looks for them. Else most regular first, then by name, then by id: an order that does not change while the register is open. */
function inOrder(context: ViewContext, open: OpenRegister, ids: string[]): string[] {
  const keyed = ids.flatMap((id) => {
    const person = context.store.memory.get('person', id)
    return person ? [{ id, marked: open.marks.has(id) ? 1 : 0, times: open.regulars.times(id), name: sortKey(person) }] : []
  })
  return keyed.sort((a, b) => a.marked - b.marked || b.times - a.times || (a.name < b.name ? -1 : 1)).map((one) => one.id)
}

function hereRow(context: ViewContext, open: OpenRegister, attendance: Attendance): HereRow {
  const { personId, standing } = attendance
  const person = context.store.memory.get('person', personId)
  const first = standing[0]
  const me = context.store.opened.identity.colleague.id
  const by = first && first.byId !== me ? context.colleagueName(first.byId) : null
  return {
    personId,
    name: person ? nameOf(person) : '…',
    ...apartFor(open.apart, personId),
    ...chipsOf(context, personId, open.regulars.times(personId) === 0),
    introduced: open.introduced.get(personId) ?? null,
    signInIds: standing.map((one) => one.id),
    arrived: timeOf(attendance.arrivedAt),
    by: by ? firstName(by) : null,
    left: attendance.leftAt ? timeOf(attendance.leftAt) : null,
    twice: overlap(standing),
    cafeOnly: cafeOnly(attendance),
    brought: open.companions.filter((one) => one.withId === personId).map(companionRow),
    held: heldOf(
      context,
      standing.map((one) => one.id),
    ),
  }
}

function heldOf(context: ViewContext, signInIds: string[]): string | null {
  const codes = signInIds.map((id) => context.store.memory.row(keyOf('signIn', id))?.held)
  return codes.find((code) => code) ?? null
}

function notYetRow(context: ViewContext, open: OpenRegister, personId: string): NotYetRow[] {
  const person = context.store.memory.get('person', personId)
  if (!person || person.removedBecause) return []
  const since = open.members.get(personId) ?? null
  const undone = open.attendance.get(personId)?.undone
  return [
    {
      personId,
      name: nameOf(person),
      ...apartFor(open.apart, personId),
      ...chipsOf(context, personId, open.regulars.times(personId) === 0),
      introduced: open.introduced.get(personId) ?? null,
      hint: hintFor(context, open.regulars, open.group.id, personId, since),
      undone: undone?.voidedAt ? { at: timeOf(undone.voidedAt), by: firstName(context.colleagueName(undone.voidedBy) ?? '') } : null,
      mark: markOf(context, open.marks.get(personId)),
    },
  ]
}

function markOf(context: ViewContext, mark: Entity<'registerMark'> | undefined): NotYetRow['mark'] {
  if (!mark) return null
  const by = firstName(context.colleagueName(mark.byId) ?? '')
  return { id: mark.id, state: mark.state, words: mark.because ?? null, at: timeOf(mark.at), by }
}

function companionRow({ id, kind, number, withId, leftAt }: Entity<'companion'>): CompanionRow {
  return { id, kind, number, withId: withId ?? null, left: leftAt ? timeOf(leftAt) : null }
}

function waitingRow(context: ViewContext, open: OpenRegister, mark: Entity<'registerMark'>): RegisterView['waiting'][number] {
  const person = context.store.memory.get('person', mark.personId)
  return { personId: mark.personId, name: person ? nameOf(person) : '…', ...apartFor(open.apart, mark.personId), at: timeOf(mark.at) }
}

function cafeOf(context: ViewContext, { occurrence, group }: OpenRegister): RegisterView['cafe'] {
  const { session } = occurrence
  const venueId = session?.cafeVenueId ?? group.secondVenueId ?? null
  const venue = venueId ? context.store.memory.get('venue', venueId) : undefined
  return {
    at: session?.cafeAt ? timeOf(session.cafeAt) : null,
    place: venue?.name ?? null,
    venueId,
    drinks: session?.drinks ?? null,
    quizTheme: session?.quizTheme ?? null,
  }
}

function alike(context: ViewContext, open: OpenRegister, present: readonly Attendance[]): RegisterView['maybeSame'] {
  const inTurn = [...present].sort((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : a.arrivedAt > b.arrivedAt ? 1 : a.personId < b.personId ? -1 : 1))
  const isNew = (id: string) => open.regulars.times(id) === 0
  if (!inTurn.some((one) => isNew(one.personId))) return []
  const people = inTurn.flatMap(({ personId }) => {
    const person = context.store.memory.get('person', personId)
    return person ? [{ personId, isNew: isNew(personId) && madeHere(person, open), traits: traitsOnce(person) }] : []
  })
  const named = (id: string) => ({ name: nameOf(context.store.memory.get('person', id) ?? { givenName: '…' }), ...apartFor(open.apart, id) })
  return maybeSame(people, new Set(open.occurrence.session?.twoPeople)).map(({ pair, firstId, otherId }) => ({
    pair,
    first: named(firstId),
    other: { ...named(otherId), signInIds: open.attendance.get(otherId)?.standing.map((one) => one.id) ?? [] },
  }))
}

/** Worked out once for as long as the person stays as they are. */
const traitsKept = new WeakMap<Entity<'person'>, Traits>()

function traitsOnce(person: Entity<'person'>): Traits {
  const traits = traitsKept.get(person) ?? traitsOf(person)
  traitsKept.set(person, traits)
  return traits
}

/** Whether somebody was written down at a door and not by an import, where each has a line of their own. */
function madeHere(person: Entity<'person'>, open: OpenRegister): boolean {
  return !person.importId && open.attendance.has(person.id)
}

/** What a search in a register found. */
export interface Hits {
  hits: SearchHit[]
  /** The first is a member whose name has these letters: nobody else comes before them, whoever else there is. */
  sure: boolean
}

/** The hits within a register that is read already. */
export function hitsIn(context: ViewContext, open: OpenRegister, text: string): Hits {
  const found = context.search.find(
    text,
    {
      known: () => [...open.members.keys(), ...open.attendance.keys(), ...open.regulars.everyone()],
      isMember: (id) => open.members.has(id),
      isHere: (id) => open.attendance.get(id)?.state === 'here',
      came: (id) => open.regulars.times(id),
    },
    mostHits,
  )
  const [first] = found
  const apart = new Map([
    ...apartOfIds(
      context,
      found.map((one) => one.personId),
    ),
    ...open.apart,
  ]) // said as the register's rows say it
  return {
    hits: found.flatMap(({ personId }) => hit(context, { ...open, apart }, personId, text)),
    sure: first !== undefined && first.tier !== 2 && open.members.has(first.personId),
  }
}

function hit(context: ViewContext, open: OpenRegister, personId: string, text: string): SearchHit[] {
  const person = context.store.memory.get('person', personId)
  if (!person || person.removedBecause) return []
  const attendance = open.attendance.get(personId)
  const name = nameOf(person)
  const introduced = open.introduced.get(personId)
  return [
    {
      ...(introduced ? { introduced } : {}),
      personId,
      name,
      ...apartFor(open.apart, personId),
      marks: marksOf(name, text),
      alerts: person.alerts ?? [],
      noPhoto: photoOn(person, context.today()) === 'no',
      state: attendance?.state === 'here' ? 'here' : attendance?.state === 'left' ? 'left' : 'notHere',
      arrived: attendance && attendance.state !== 'undone' ? timeOf(attendance.arrivedAt) : null,
      hint: hintFor(context, open.regulars, open.group.id, personId, open.members.get(personId) ?? null),
    },
  ]
}
