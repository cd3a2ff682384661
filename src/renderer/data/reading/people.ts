import { eachText } from '../../workerLink/personTexts.ts'
import type { Kept, PeopleView, PersonRow, PersonView } from '../../workerLink/views.ts'
import { keyOf, openValues } from '../../../shared/changes/row.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { attendanceOf } from '../../../shared/rules/attendance.ts'
import { declarationState, latestDeclaration, type DeclarationState } from '../../../shared/rules/declarations.ts'
import { nameOf, sortedByName } from '../../../shared/rules/names.ts'
import { missingPieces } from '../../../shared/rules/missing.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import { addDays, timeOf } from '../../../shared/std/dates.ts'
import { readStamp } from '../../../shared/std/stamp.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { photoOn } from '../../../shared/rules/photoMark.ts'
import { grouped } from '../../../shared/std/grouped.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import { apartFor, apartIn } from './apart.ts'
import { chipsOf } from './chips.ts'
import type { ViewContext } from './context.ts'
import { declarationView } from './declarationView.ts'
import { notesAbout } from './notes.ts'
import { regularsOf } from './regulars.ts'

/** People by name, or those who match what is typed. */
export async function peopleView(context: ViewContext, text: string, most: number): Promise<PeopleView> {
  const all = context.store.memory.list('person').filter((one) => !one.removedBecause)
  const shown = text.trim() ? matching(context, text, most) : (await everybodyByName(context)).slice(0, most)
  await Promise.all([
    context.store.load(
      'emergencyContact',
      'personId',
      shown.map((one) => one.id),
    ),
    context.store.load(
      'signIn',
      'personId',
      shown.map((one) => one.id),
    ),
  ])
  const apart = apartIn(context, shown)
  return { total: all.length, shown: shown.map((person) => personRow(context, person, apart)) }
}

/** Sessions of a group that are drawn as dots, oldest first. */
const mostDots = 12

const anyone = { known: () => [], isMember: () => false, isHere: () => false, came: () => 0 }

function matching(context: ViewContext, text: string, most: number): Entity<'person'>[] {
  return context.search.find(text, anyone, most).flatMap(({ personId }) => context.store.memory.get('person', personId) ?? [])
}

/** Put in order once until somebody's details change: of ten thousand it was most of the answer. */
function everybodyByName(context: ViewContext): Promise<Entity<'person'>[]> {
  const people = () => context.store.memory.list('person').filter((one) => !one.removedBecause)
  return context.onceUntilTouched('everybody by name', async () => sortedByName(people()), ['person', 'samePerson'])
}

function personRow(context: ViewContext, person: Entity<'person'>, apart: Map<string, Apart>): PersonRow {
  const chips = chipsOf(context, person.id, false)
  return {
    personId: person.id,
    name: nameOf(person),
    ...apartFor(apart, person.id),
    ageBand: person.ageBand ?? null,
    groups: groupsOf(context, person.id)
      .filter((one) => !one.endedOn)
      .map((one) => one.group),
    lastCame: attendancesOf(context, person.id).find((one) => one.state === 'here')?.date ?? null,
    alerts: chips.alerts,
    missing: chips.missing,
  }
}

type GroupOf = Pick<PersonView['groups'][number], 'groupId' | 'group' | 'since' | 'endedOn'>

/** The groups somebody is or was signed up to, the longest first. */
function groupsOf(context: ViewContext, personId: string): GroupOf[] {
  const found = context.store.memory.linked('membership', 'personId', personId).flatMap((one) => {
    const group = context.store.memory.get('group', one.groupId)
    return group ? [{ groupId: one.groupId, group: group.name, since: one.since, endedOn: one.endedOn ?? null }] : []
  })
  const inOrder = found.sort((a, b) => (`${a.since} ${a.groupId}` < `${b.since} ${b.groupId}` ? -1 : 1))
  return context.store.memory.joins.any ? [...grouped(inOrder, (one) => one.groupId).values()].map(asOne) : inOrder
}

/** Signed up twice, as two who were joined: since the earlier day, and ended when both are. @param same at least one, the longest first */
function asOne(same: readonly GroupOf[]): GroupOf {
  const ends = same.map((one) => one.endedOn ?? '')
  return { ...same[0]!, endedOn: ends.includes('') ? null : ends.sort().at(-1)! }
}

/** The sessions somebody came to, or was taken back from, newest first. */
function attendancesOf(context: ViewContext, personId: string): PersonView['attendance'] {
  const signIns = context.store.memory.linked('signIn', 'personId', personId)
  const sessions = [...new Set(signIns.map((one) => one.sessionId))]
  return sessions
    .flatMap((sessionId) => {
      const attendance = attendanceOf(signIns.filter((one) => one.sessionId === sessionId))[0]
      const session = context.store.memory.get('session', sessionId)
      const group = session && context.store.memory.get('group', session.groupId)
      if (!attendance || !session) return []
      const state: 'here' | 'undone' = attendance.state === 'undone' ? 'undone' : 'here'
      return [{ sessionId, group: group?.name ?? '', date: session.date, arrived: timeOf(attendance.arrivedAt), state }]
    })
    .sort((a, b) => (`${a.date} ${a.arrived} ${a.sessionId}` < `${b.date} ${b.arrived} ${b.sessionId}` ? 1 : -1))
}

/** One person with everything this laptop knows. @param sessionId asks for what is missing at that session too */
export async function personView(context: ViewContext, asked: string, sessionId: string | null = null): Promise<PersonView | null> {
  const { memory } = context.store
  const person = memory.get('person', asked)
  if (!person) return null
  const personId = person.id // of somebody joined, who goes on
  await Promise.all([
    context.store.load('emergencyContact', 'personId', [personId]),
    context.store.load('signIn', 'personId', [personId]),
    context.store.load('declaration', 'personId', [personId]),
    context.store.load('contactLook', 'personIds', [personId]),
  ])
  const contacts = context.contactsOf(personId)
  const attendance = attendancesOf(context, personId)
  const latest = latestDeclaration(context.store.memory.linked('declaration', 'personId', personId))
  return {
    personId,
    name: nameOf(person),
    givenName: person.givenName,
    familyName: person.familyName ?? null,
    knownAs: person.knownAs ?? null,
    bornOn: person.bornOn ?? null,
    refusesBirthDate: person.bornOn === null,
    ageBand: person.ageBand ?? null,
    phone: filled(kept<string>(context, 'person', personId, 'phone'), person.phone),
    email: person.email ?? null,
    address: filled(kept(context, 'person', personId, 'address'), person.address),
    practice: person.practice ?? null,
    alerts: person.alerts ?? [],
    photo: photoOn(person, context.today()),
    howHeard: person.howHeard ?? null,
    national: nationalOf(context, person),
    ...eachText((text) => person[text] ?? null),
    guardian: person.guardian ?? null,
    noPhone: person.noPhone ?? false,
    noFixedAbode: person.noFixedAbode ?? false,
    noContactBecause: person.noContactBecause ?? null,
    shareWithGp: person.shareWithGp ?? null,
    archivedOn: person.archivedOn ?? null,
    declaration: latest && declarationView(context, latest),
    reveals: contactLooksOf(context, personId),
    missing: missingPieces(person, contacts.filter((one) => one.phone !== '').length, context.store.role(), {
      today: context.today(),
      declaration: healthAt(context, latest, sessionId),
    }),
    contacts: contacts.map(({ id, name, relationship }) => ({
      id,
      name,
      relationship: relationship ?? null,
      phone: kept<string>(context, 'emergencyContact', id, 'phone'),
    })),
    groups: await Promise.all(groupsOf(context, personId).map(async (one) => ({ ...one, ...(await timesCame(context, personId, one)) }))),
    attendance,
    notes: await notesAbout(context, personId),
    removedBecause: person.removedBecause ?? null,
  }
}

/** Where they stand with the health questions, or null where the session's group asks none. */
function healthAt(context: ViewContext, latest: Entity<'declaration'> | null, sessionId: string | null): DeclarationState | null {
  const groupId = sessionId ? context.agenda.find(sessionId, context.today())?.groupId : undefined
  const group = groupId ? context.store.memory.get('group', groupId) : undefined
  return group && partsOf(group).declaration ? declarationState(latest, context.today()) : null
}

/** Who looked at their emergency contacts; on other laptops only their own looks are known, so none are listed. */
function contactLooksOf(context: ViewContext, personId: string): PersonView['reveals'] {
  if (context.store.role() !== 'lead') return null
  return context.store.memory
    .linked('contactLook', 'personIds', personId)
    .sort(newestFirst)
    .map(({ id, at, byId, what }) => ({ id, at, by: context.colleagueName(byId) ?? '', sheet: what === 'emergencySheet' }))
}

/** How often somebody came while they were signed up, of the sessions of a year to which anybody came. */
async function timesCame(context: ViewContext, personId: string, one: GroupOf): Promise<{ came: number; of: number; recent: boolean[] }> {
  const { held } = await regularsOf(context, { groupId: one.groupId, date: addDays(context.today(), 1), start: '' })
  const theirs = held.filter(({ date }) => date >= one.since && (!one.endedOn || date < one.endedOn))
  const recent = theirs.sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-mostDots)
  return { came: theirs.filter(({ came }) => came.has(personId)).length, of: theirs.length, recent: recent.map(({ came }) => came.has(personId)) }
}

/** A side-by-side field with all values that nobody has settled. */
export function kept<Value>(context: ViewContext, record: RecordName, id: string, field: string): Kept<Value> {
  const row = context.store.memory.row(keyOf(record, id))?.view
  const open = row ? openValues(row, field) : []
  const versions = open.map(({ stamp, value }) => {
    const { ms, device } = readStamp(stamp)
    const owner = context.store.memory.get('device', device)
    return { value: value as Value, stamp, by: context.colleagueName(owner?.colleagueId), at: new Date(ms).toISOString() }
  })
  return { value: (row?.fields[field] ?? null) as Value | null, versions }
}

/** Nothing was said of it in their own row, but in that of somebody who was joined to them. */
function filled<Value>(own: Kept<Value>, shown: Value | undefined): Kept<Value> {
  return own.value === null && shown !== undefined ? { ...own, value: shown } : own
}

/** What does not go to a facilitator's laptop is not asked for there. */
function nationalOf({ store }: ViewContext, { nhsNumber, ethnicity, gender, language }: Entity<'person'>): PersonView['national'] {
  if (store.role() === 'facilitator') return null
  return { nhsNumber: nhsNumber ?? null, ethnicity: ethnicity ?? null, gender: gender ?? null, language: language ?? null }
}
