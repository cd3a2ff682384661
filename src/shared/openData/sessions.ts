import type { Entity } from '../records/index.ts'
import { isClosed } from '../rules/directory.ts'
import { occurrencesOf, type Occurrence } from '../rules/sessions.ts'
import { addDays, type PlainDate, type PlainTime } from '../std/dates.ts'
import { publicPlace, type PublicGroup, type PublicPlace, type PublicRows } from './facts.ts'

/** How far ahead sessions are told. Days. */
export const daysTold = 56

/** Reasons that are told; every other one is somebody's own affair. */
const toldReasons = ['weather', 'heat', 'venueShut'] as const
export type ToldReason = (typeof toldReasons)[number] | 'other'

/** All that the world may know of one date of a group. */
export interface PublicSession {
  id: string
  groupId: string
  name: string
  date: PlainDate
  start: PlainTime
  end: PlainTime
  /** Null where it is not at a place that says it is public. */
  place: PublicPlace | null
  /** It meets elsewhere than the group does. */
  moved: boolean
  cancelled: ToldReason | null
  /** OpenActive has all that it asks for. */
  openActive: boolean
}

/** The coming dates of a published group, today among them. @param sessions the rows of this group in that time */
export function publicSessionsOf(
  group: Entity<'group'>,
  facts: PublicGroup,
  sessions: readonly Entity<'session'>[],
  rows: PublicRows,
  today: PlainDate,
): PublicSession[] {
  const all = occurrencesOf(group, sessions, today, addDays(today, daysTold))
  const shown = group.state === 'running' ? all : all.filter((one) => one.session) // as the laptops show them
  const details = rows.details(group.id)
  const isShut = (date: PlainDate) => Boolean(details && !details.voidedBecause && isClosed(details, date))
  return shown.filter((one) => !isShut(one.date)).map((one) => sessionOf(one, group, facts, rows))
}

function sessionOf(one: Occurrence, group: Entity<'group'>, facts: PublicGroup, rows: PublicRows): PublicSession {
  const moved = one.venueId !== (group.venueId ?? null)
  const place = moved ? otherPlace(one, rows) : facts.place
  return {
    id: one.sessionId,
    groupId: group.id,
    name: facts.name,
    date: one.date,
    start: one.start,
    end: one.end,
    place,
    moved,
    cancelled: reasonOf(one.session),
    openActive: fitsOpenActive(facts) && isWhole(place) && one.start < one.end,
  }
}

function otherPlace({ venueId }: Occurrence, rows: PublicRows): PublicPlace | null {
  const safe = (text: string | null | undefined) => (text && !rows.holdsStaff(text) ? text.trim() : '')
  return publicPlace(venueId ? rows.venue(venueId) : undefined, safe)
}

/** The kind of reason, never the words that somebody wrote. */
function reasonOf(session: Entity<'session'> | null): ToldReason | null {
  if (!session?.cancelledBecause) return null
  return toldReasons.find((one) => one === session.cancelledFor) ?? 'other'
}

/** What OpenActive asks for and this group does not say (domain 7.2): without these it is in the other outputs alone. */
export function missingForOpenActive(facts: PublicGroup): ('activity' | 'place' | 'price' | 'times')[] {
  return [
    ...(facts.activity ? [] : ['activity' as const]),
    ...(isWhole(facts.place) ? [] : ['place' as const]),
    ...(facts.pence === null ? ['price' as const] : []),
    ...(facts.slots.length > 0 ? [] : ['times' as const]),
  ]
}

/** Whether a group can be told in OpenActive's words. */
export function fitsOpenActive(facts: PublicGroup): boolean {
  return missingForOpenActive(facts).length === 0 && facts.closed === null
}

/** A place with the address that OpenActive wants whole. */
function isWhole(place: PublicPlace | null): boolean {
  return Boolean(place?.address && place.town && place.postcode)
}
