import type { Entity } from '../records/index.ts'
import { dateOf, type Instant, type PlainDate } from '../std/dates.ts'
import { newestFirst } from '../std/order.ts'

type Episode = Entity<'episode'>
type Assignment = Entity<'assignment'>
type CaseContact = Entity<'caseContact'>
type TimeAway = Entity<'timeAway'>

/** Whether a case is open: it stands and was not closed. */
export function isOpen(episode: Episode): boolean {
  return !episode.voidedBecause && !episode.closedOn
}

/** The open case of one person; of two that two laptops opened, the later one. */
export function openCaseOf(episodes: readonly Episode[]): Episode | null {
  return episodes.filter(isOpen).reduce<Episode | null>((last, one) => (last && last.number > one.number ? last : one), null)
}

/** The number that the next case of a person has. One that was opened by mistake keeps its number, so that no other laptop writes into it. */
export function nextNumber(episodes: readonly Episode[]): number {
  return 1 + Math.max(0, ...episodes.map((one) => one.number))
}

/** Who owned a case from when on, newest first. The id breaks ties, so every laptop has the same owner (story 20). */
export function ownersOf(assignments: readonly Assignment[]): Assignment[] {
  return assignments.filter((one) => !one.voidedBecause).sort(newestFirst)
}

/** Who owns a case now; null where nobody does. Asked for thousands of cases, so without a sorted list. */
export function ownerOf(assignments: readonly Assignment[]): string | null {
  let last: Assignment | null = null
  for (const one of assignments) if (!one.voidedBecause && (!last || newestFirst(one, last) < 0)) last = one
  return last?.ownerId ?? null
}

/** The absence of a colleague on a day; of several the one that began last. */
export function absenceOf(away: readonly TimeAway[], colleagueId: string, day: PlainDate): TimeAway | null {
  const now = away.filter(
    (one) => one.colleagueId === colleagueId && !one.voidedBecause && one.from <= day && (one.until === null || one.until >= day),
  )
  return now.sort((a, b) => (a.from === b.from ? newestFirst(a, b) : a.from < b.from ? 1 : -1))[0] ?? null
}

/**
 * Who does an owner's work on a day: the owner, or who covers while they are away, or who covers for that one. Two who cover for each
 * other are away both: then nobody does. @returns null where nobody does
 */
export function actingFor(away: readonly TimeAway[], ownerId: string, day: PlainDate, seen: readonly string[] = []): string | null {
  if (seen.includes(ownerId)) return null
  const absence = absenceOf(away, ownerId, day)
  if (!absence) return ownerId
  return absence.coverId ? actingFor(away, absence.coverId, day, [...seen, ownerId]) : null
}

/** The contacts that stand, newest first by when they were. */
export function contactsInOrder(contacts: readonly CaseContact[]): CaseContact[] {
  return contacts.filter((one) => !one.voidedBecause).sort((a, b) => newestFirst({ at: a.on, id: a.id }, { at: b.on, id: b.id }))
}

/** What counts as an attempt that reached nobody: nobody answered, a message was left, the number was wrong. */
const reachedNobody: ReadonlySet<CaseContact['came']> = new Set(['noAnswer', 'message', 'wrongNumber'])

/** After so many attempts without an answer a case may end as "no contact" (story 19). */
export const enoughAttempts = 3

/** Attempts in a row that reached nobody, since somebody last spoke to them. A letter or text that was sent is neither. */
export function attemptsInVain(contacts: readonly CaseContact[]): number {
  const spoke = contacts.reduce<Instant>((last, one) => (!one.voidedBecause && one.came === 'spoke' && one.on > last ? one.on : last), '')
  return contacts.filter((one) => !one.voidedBecause && reachedNobody.has(one.came) && one.on > spoke).length
}

/** When somebody was last in touch, or tried. */
export function lastContact(contacts: readonly CaseContact[]): CaseContact | null {
  let last: CaseContact | null = null
  for (const one of contacts) if (!one.voidedBecause && (!last || one.on > last.on)) last = one
  return last
}

/** Where a case stands. */
export type CaseState = 'waiting' | 'contacting' | 'noContact' | 'started' | 'closed'

/** Where a case stands: nobody has tried, tried, tried often enough, had the first conversation, closed. */
export function caseStateOf(episode: Episode, contacts: readonly CaseContact[]): CaseState {
  if (!isOpen(episode)) return 'closed'
  if (episode.startedOn) return 'started'
  if (attemptsInVain(contacts) >= enoughAttempts) return 'noContact'
  return contacts.some((one) => !one.voidedBecause) ? 'contacting' : 'waiting'
}

/** The day of the first attempt to reach them that stands, on or after a day. */
export function firstContactOn(contacts: readonly CaseContact[], from: PlainDate): PlainDate | null {
  const days = contacts.filter((one) => !one.voidedBecause).map((one) => dateOf(one.on))
  return days.filter((day) => day >= from).sort()[0] ?? null
}

/** Whether somebody works here and with cases: a case goes to nobody else, and of whoever has left it has nobody. */
export function worksWithCases(who: Pick<Entity<'colleague'>, 'role' | 'leftOn'> | undefined, today: PlainDate): boolean {
  return who !== undefined && who.role !== 'facilitator' && (!who.leftOn || who.leftOn >= today)
}
