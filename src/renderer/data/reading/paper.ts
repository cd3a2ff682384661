import type { Entity } from '../../../shared/records/index.ts'
import { attendanceOf, came, isHere } from '../../../shared/rules/attendance.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { sheetNames } from '../../../shared/rules/sheetNames.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import type { WhichSession } from '../../../shared/commands/which.ts'
import type { EmergencySheetView, PaperView, RegisterSheetView, SheetRow } from '../../workerLink/sheetViews.ts'
import type { ViewContext } from './context.ts'
import { headOf, phonesOf } from './sheetHead.ts'

/** Paper instead of a laptop (story 15): which sheets are out, and what came back. */
export async function paperView(context: ViewContext, sessionId: string): Promise<PaperView | null> {
  const open = await openPaper(context, sessionId)
  if (!open) return null
  const { store } = context
  const [sheets, companions] = await Promise.all([
    store.linked('paperSheet', 'sessionId', sessionId),
    store.linked('companion', 'sessionId', sessionId),
  ])
  const unread = companions.filter((one) => one.kind === 'unknown' && !one.voidedBecause)
  return {
    ...headOf(context, open.occurrence),
    closed: Boolean(open.occurrence.session?.closedAt),
    expected: open.members.length,
    here: open.here.length,
    unknown: unread.reduce((sum, one) => sum + one.number, 0),
    nextNumber: nextNumber(context),
    sheets: sheets.map((one) => sheetRow(context, one)).sort((a, b) => (a.at === b.at ? (a.sheetId < b.sheetId ? 1 : -1) : a.at < b.at ? 1 : -1)),
  }
}

/** The blank register: everybody expected, and who is in already. */
export async function registerSheetView(context: ViewContext, sessionId: string): Promise<RegisterSheetView | null> {
  const open = await openPaper(context, sessionId)
  if (!open) return null
  const parts = partsOf(open.group)
  return {
    ...headOf(context, open.occurrence),
    nextNumber: nextNumber(context),
    moments: parts.moments,
    companions: parts.companions.length > 0,
    lines: sheetNames(peopleOf(context, named(context, open, false))),
  }
}

/** Whom an emergency sheet would name. */
export async function emergencyWhoView(
  context: ViewContext,
  { sessionId, here }: { sessionId: string; here: boolean },
): Promise<{ which: WhichSession; here: boolean; personIds: string[]; anyHere: boolean } | null> {
  const open = await openPaper(context, sessionId)
  return open && { which: headOf(context, open.occurrence).which, here, personIds: named(context, open, here), anyHere: open.now.length > 0 }
}

/** The least an emergency wants: a name, whom to ring, what to know. */
export async function emergencySheetView(
  context: ViewContext,
  { sessionId, here }: { sessionId: string; here: boolean },
): Promise<EmergencySheetView | null> {
  const open = await openPaper(context, sessionId)
  if (!open) return null
  const { memory, opened } = context.store
  const ids = named(context, open, here)
  await context.store.load('emergencyContact', 'personId', ids)
  const venue = open.occurrence.venueId ? memory.get('venue', open.occurrence.venueId) : undefined
  return {
    ...headOf(context, open.occurrence),
    nextNumber: nextNumber(context),
    dutyPhone: memory.get('team', opened.identity.team.id)?.dutyPhone ?? null,
    gridReference: venue?.gridReference ?? null,
    lines: sheetNames(peopleOf(context, ids)).map((line) => ({
      ...line,
      alerts: alertsOf(memory.get('person', line.personId)),
      contacts: context.contactsOf(line.personId).map(({ id, name }) => ({ name, phones: phonesOf(context, 'emergencyContact', id) })),
    })),
  }
}

interface OpenPaper {
  occurrence: Occurrence
  group: Entity<'group'>
  members: string[]
  /** Who came; and who of them has not left. */
  here: string[]
  now: string[]
}

async function openPaper(context: ViewContext, sessionId: string): Promise<OpenPaper | null> {
  const occurrence = context.agenda.find(sessionId, context.today())
  const group = occurrence && context.store.memory.get('group', occurrence.groupId)
  if (!occurrence || !group) return null
  const attendance = attendanceOf(await context.store.linked('signIn', 'sessionId', sessionId))
  return {
    occurrence,
    group,
    members: context.membersOf(group.id, occurrence.date).map((one) => one.personId),
    here: attendance.filter(came).map((one) => one.personId),
    now: attendance.filter(isHere).map((one) => one.personId),
  }
}

/** Who is named on paper: who is in, and of those expected whoever may still come. */
function named(context: ViewContext, { members, here, now }: OpenPaper, hereOnly: boolean): string[] {
  const mayCome = members.filter((id) => {
    const person = context.store.memory.get('person', id)
    return person && !person.archivedOn && !person.signInBlocked
  })
  return hereOnly ? now : [...new Set([...mayCome, ...here])]
}

function peopleOf(context: ViewContext, ids: readonly string[]): Entity<'person'>[] {
  return ids.flatMap((id) => context.store.memory.get('person', id) ?? []).filter((one) => !one.removedBecause)
}

/** What whoever helps must know; the medicine and where it is among it. */
function alertsOf(person: Entity<'person'> | undefined): string[] {
  return [...(person?.alerts ?? []), ...(person?.medicine ? [person.medicine] : [])]
}

function sheetRow(context: ViewContext, one: Entity<'paperSheet'>): SheetRow {
  return {
    sheetId: one.id,
    kind: one.kind,
    number: one.number,
    at: one.at,
    by: context.colleagueName(one.byId) ?? '',
    keyedInAt: one.keyedInAt ?? null,
    ended: one.ended ?? null,
    endedAt: one.endedAt ?? null,
  }
}

/** A letter of this laptop and four digits of how much it has written: no two sheets of a laptop are called the same. */
function nextNumber(context: ViewContext): string {
  const { opened, state } = context.store
  const letter = String.fromCodePoint(65 + (Number.parseInt(opened.identity.device.slice(-4), 16) % 26))
  return `${letter}${String(state.nextSequence % 10_000).padStart(4, '0')}`
}
