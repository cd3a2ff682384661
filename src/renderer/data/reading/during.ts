import type { ClosingView, CountedRow, EmergencyView, HeadCountView } from '../../desk/views.ts'
import { keyOf, openValues } from '../../../shared/changes/row.ts'
import { disagrees, nextMoment, openMismatch, standingCounts } from '../../../shared/rules/headCounts.ts'
import { cafeOnly, headsOf } from '../../../shared/rules/heads.ts'
import { partsOf, type TemplateParts } from '../../../shared/rules/templates.ts'
import { nameOf, sortName } from '../../../shared/rules/names.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { apartFor, apartOfIds } from './apart.ts'
import { chipsOf } from './chips.ts'
import type { ViewContext } from './context.ts'
import { notesAbout } from './notes.ts'
import { openRegisterOnce, type OpenRegister } from './register.ts'
import { countViews } from './sessionCard.ts'

interface Named { personId: string; name: string; apart?: Apart; sort: string }

function named(context: ViewContext, ids: readonly string[]): Named[] {
  const apart = apartOfIds(context, ids)
  return ids
    .map((personId) => {
      const person = context.store.memory.get('person', personId)
      if (person) return { personId, name: nameOf(person), ...apartFor(apart, personId), sort: `${sortName(person)} ${personId}` }
      return { personId, name: '…', sort: `~${personId}` } // their record has not arrived: counted, so also listed
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
}

const plainly = ({ sort: _, ...one }: Named) => one

function idsIn(open: OpenRegister, states: readonly string[]): string[] {
  return [...open.attendance.values()].filter((one) => states.includes(one.state)).map((one) => one.personId)
}

/** Counting heads: who should be there, and what was counted before. */
export async function headCountView(context: ViewContext, sessionId: string): Promise<HeadCountView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const counts = await context.store.linked('headCount', 'sessionId', sessionId)
  const parts = partsOf(open.group)
  const heads = headsOf([...open.attendance.values()], open.companions)
  return {
    sessionId,
    which: { groupId: open.group.id, date: open.occurrence.date, slot: open.occurrence.slot },
    group: open.group.name,
    place: context.placeOf(open.occurrence).place,
    moments: [...parts.moments],
    next: nextMoment(counts, parts.moments),
    expected: toTick(context, open, parts),
    babies: parts.babies ? heads.babies : null,
    assistanceDogs: heads.assistanceDogs,
    counts: countViews(context, standingCounts(counts), open.apart),
  }
}

/** Whom a counter ticks: the people of the walk, and who came along, but for dogs and for babies counted apart. */
function toTick(context: ViewContext, open: OpenRegister, parts: TemplateParts): CountedRow[] {
  const walked = idsIn(open, ['here']).filter((id) => parts.moments.includes('in') || !cafeOnly(open.attendance.get(id)!))
  const people = named(context, walked).map((one): CountedRow => ({ ...plainly(one), heads: 1, companion: null }))
  const names = new Map(people.map((one) => [one.personId, one.name]))
  const with_ = open.companions.filter((one) => !one.leftAt && one.kind !== 'assistanceDog' && !(parts.babies && one.kind === 'baby'))
  const along = with_.filter((one) => !one.withId || names.has(one.withId)).map((one): CountedRow => {
    const whose = one.withId ? names.get(one.withId) ?? null : null
    return { personId: one.id, name: whose ?? '', heads: one.number, companion: { kind: one.kind, with: whose } }
  })
  return [...people, ...along]
}

/** Closing: what is missing, said before it is signed off. */
export async function closingView(context: ViewContext, sessionId: string): Promise<ClosingView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const { group, occurrence, attendance, members, regulars } = open
  const counts = await context.store.linked('headCount', 'sessionId', sessionId)
  const there = idsIn(open, ['here', 'left'])
  await context.store.load('emergencyContact', 'personId', there)
  const mismatch = group.counts ? openMismatch(counts) : null
  const session = occurrence.session
  const made = standingCounts(counts).map((one) => one.moment)
  const newcomers = named(context, there.filter((id) => regulars.times(id) === 0))
  return {
    sessionId,
    which: { groupId: group.id, date: occurrence.date, slot: occurrence.slot },
    group: group.name,
    date: occurrence.date,
    here: idsIn(open, ['here']).length,
    left: idsIn(open, ['left']).length,
    newcomers: newcomers.map((one) => ({ ...plainly(one), missing: chipsOf(context, one.personId, true).missing })),
    notRecorded: named(context, [...members.keys()].filter((id) => (!attendance.has(id) || attendance.get(id)?.state === 'undone') && !open.marks.has(id))).map(plainly),
    apologies: [...open.marks.values()].filter((one) => one.state === 'apologies').length,
    absent: [...open.marks.values()].filter((one) => one.state === 'absent').length,
    heads: headsOf([...attendance.values()], open.companions),
    countsMissing: partsOf(group).moments.filter((moment) => !made.includes(moment)),
    mismatch: mismatch ? countViews(context, [mismatch], open.apart)[0] ?? null : null,
    gaps: group.counts ? countViews(context, standingCounts(counts).filter(disagrees), open.apart) : [],
    notes: await notesAbout(context, sessionId),
    closed: session?.closedAt
      ? { at: session.closedAt, by: context.colleagueName(session.closedBy) ?? '', reason: session.mismatchReason ?? null }
      : null,
    next: nextDate(context, occurrence),
  }
}

/** When the group meets again, as far as anybody knows. */
function nextDate(context: ViewContext, { groupId, date, start }: Occurrence): PlainDate | null {
  const coming = context.agenda.ofGroup(groupId, date, addDays(date, 60))
  const after = coming.filter((one) => `${one.date} ${one.start}` > `${date} ${start}`)
  return after.find((one) => !one.session?.cancelledBecause)?.date ?? null
}

/** Whom to ring for everybody who is here, by one key. */
export async function emergencyView(context: ViewContext, sessionId: string): Promise<EmergencyView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const there = named(context, idsIn(open, ['here', 'left']))
  await context.store.load('emergencyContact', 'personId', there.map((one) => one.personId))
  return { sessionId, people: there.map((one) => emergencyOf(context, open, one)) }
}

function emergencyOf(context: ViewContext, open: OpenRegister, one: Named): EmergencyView['people'][number] {
  return {
    ...plainly(one),
    phone: phonesOf(context, keyOf('person', one.personId)),
    alerts: context.store.memory.get('person', one.personId)?.alerts ?? [],
    here: open.attendance.get(one.personId)?.state === 'here',
    contacts: context.contactsOf(one.personId).map((contact) => ({
      name: contact.name,
      relationship: contact.relationship ?? null,
      phones: phonesOf(context, keyOf('emergencyContact', contact.id)),
    })),
  }
}

/** All numbers that may be right: in an emergency both are wanted. */
function phonesOf(context: ViewContext, key: string): string[] {
  const row = context.store.memory.row(key)?.view
  return row ? openValues(row, 'phone').map((one) => String(one.value)).filter(Boolean) : []
}
