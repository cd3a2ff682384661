import { comparedFields, type ComparedField, type SideView, type TwoPeopleView } from '../../workerLink/twoPeopleViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { came, attendanceOf } from '../../../shared/rules/attendance.ts'
import { likenessOf, traitsOf } from '../../../shared/rules/duplicates.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { grouped } from '../../../shared/std/grouped.ts'
import { samePersonIdOf } from '../../../shared/std/ids.ts'
import { phoneDigits, plain } from '../../../shared/std/text.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Two people side by side, each as they were written down (story 18). */
export const twoPeople = defineQuestion({
  afterLease: false,
  answer: (context, { personId, otherId }: { personId: string; otherId: string }) => twoPeopleView(context, personId, otherId),
})

/** How many of their last sessions are listed. */
const mostSessions = 5

async function twoPeopleView(context: ViewContext, personId: string, otherId: string): Promise<TwoPeopleView | null> {
  const { memory } = context.store
  const [one, other] = [memory.written('person', personId), memory.written('person', otherId)]
  if (!one || !other || personId === otherId) return null
  const sides = await Promise.all([sideOf(context, one), sideOf(context, other)])
  const said = memory.get('samePerson', samePersonIdOf(personId, otherId))
  const isSaid = said && !said.voidedBecause
  return {
    sides,
    differs: comparedFields.filter((field) => differ(field, sides[0].values[field], sides[1].values[field])),
    because: likenessOf(traitsOf(one), traitsOf(other)),
    said: isSaid ? { answer: said.answer, survivorId: said.survivorId ?? null, by: context.colleagueName(said.byId) ?? '', at: said.at } : null,
    proposed: knownOf(sides[1]) > knownOf(sides[0]) ? otherId : personId,
    isAgainst: Boolean(isSaid && said.answer === 'same' && memory.joins.survivorOf(personId) !== memory.joins.survivorOf(otherId)),
  }
}

/** How much is known of somebody: their sessions first. */
function knownOf({ values }: SideView): number {
  return Number(values.came ?? 0) * 100 + Object.keys(values).length
}

/** What counts as different: how often somebody came, and who they are with, is each one's own. */
const never: ReadonlySet<ComparedField> = new Set(['groups', 'contacts', 'came', 'cases'])

function differ(field: ComparedField, one: string | number | undefined, other: string | number | undefined): boolean {
  if (never.has(field) || one === undefined || other === undefined) return false
  if (field === 'phone') return phoneDigits(String(one)) !== phoneDigits(String(other))
  return plain(String(one)) !== plain(String(other))
}

async function sideOf(context: ViewContext, person: Entity<'person'>): Promise<SideView> {
  const { store } = context
  const { id } = person
  await Promise.all([
    store.load('signIn', 'personId', [id]),
    store.load('emergencyContact', 'personId', [id]),
    store.load('membership', 'personId', [id]),
  ])
  const sessions = sessionsOf(context, id)
  return {
    personId: id,
    name: nameOf(person),
    values: said({
      ...textsOf(person),
      groups: groupsOf(context, id),
      contacts: contactsOf(context, id),
      came: sessions.length,
      cases: store.memory.linkedWritten('episode', 'personId', id).filter((one) => !one.voidedBecause).length,
    }),
    sessions: sessions.slice(0, mostSessions),
    archived: Boolean(person.archivedOn),
  }
}

/** Without what nothing is known of. */
function said(values: Partial<Record<ComparedField, string | number | null>>): SideView['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== 0))
}

function textsOf(person: Entity<'person'>): Partial<Record<ComparedField, string | null>> {
  const { address } = person
  return {
    name: [person.givenName, person.familyName].filter(Boolean).join(' '),
    knownAs: person.knownAs ?? null,
    bornOn: person.bornOn ?? null,
    phone: person.phone ?? null,
    email: person.email ?? null,
    address: address ? [address.lines, address.town, address.postcode].filter(Boolean).join(', ') : null,
    practice: person.practice ?? null,
    nhsNumber: person.nhsNumber ?? null,
    alerts: person.alerts?.join(', ') ?? null,
    medicine: person.medicine ?? null,
    accessNeeds: person.accessNeeds ?? null,
  }
}

function groupsOf({ store }: ViewContext, personId: string): string {
  const theirs = store.memory.linkedWritten('membership', 'personId', personId).filter((one) => !one.endedOn)
  const names = theirs.flatMap((one) => store.memory.get('group', one.groupId)?.name ?? [])
  return names.sort().join(', ')
}

/** Who to call, without the numbers: to look at these is written down (story 6). */
function contactsOf({ store }: ViewContext, personId: string): string {
  const theirs = store.memory.linkedWritten('emergencyContact', 'personId', personId).filter((one) => !one.removedBecause)
  return theirs.map((one) => [one.name, one.relationship].filter(Boolean).join(', ')).join('; ')
}

function sessionsOf({ store }: ViewContext, personId: string): SideView['sessions'] {
  const bySession = grouped(store.memory.linkedWritten('signIn', 'personId', personId), (one) => one.sessionId)
  const attended = [...bySession].filter(([, signIns]) => came(attendanceOf(signIns)[0]))
  return attended
    .flatMap(([id]) => store.memory.get('session', id) ?? [])
    .map((one) => ({ group: store.memory.get('group', one.groupId)?.name ?? '', date: one.date }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}
