import type { Entity } from '../records/index.ts'
import { oldestFirst } from '../std/order.ts'

/** What somebody has to have heard of a session: that it is as planned, that it is off, or when and where it is. */
export type News = string

type Planned = Pick<Entity<'group'>, 'schedule' | 'venueId'>
type Changed = Pick<Entity<'session'>, 'slot' | 'start' | 'end' | 'venueId' | 'cancelledBecause'>

/** What is true of a session now. Other words for the same reason are no news; another time or place is. */
export function newsOf(group: Planned, session: Changed | null | undefined): News {
  if (!session) return 'planned'
  if (session.cancelledBecause) return 'cancelled'
  const slot = group.schedule.find((one) => one.slot === session.slot)
  const start = slot && session.start && session.start !== slot.start ? session.start : ''
  const end = slot && session.end && session.end !== slot.end ? session.end : ''
  const venue = session.venueId && session.venueId !== group.venueId ? session.venueId : ''
  return start || end || venue ? `moved ${start} ${end} ${venue}` : 'planned'
}

/** All attempts to tell one person. */
export interface Reached {
  /** What they know: as planned, unless they were told otherwise. */
  knows: News
  /** The latest attempt that stands. */
  last: Entity<'sessionCall'> | null
  /** Attempts without an answer since they were last reached. */
  tries: number
}

/** What one person knows, by the attempts to tell them. */
export function reachedOf(attempts: readonly Entity<'sessionCall'>[]): Reached {
  const standing = attempts.filter((one) => !one.voidedBecause).sort(oldestFirst)
  const reached = standing.filter((one) => one.how !== 'noAnswer')
  const heard = reached.at(-1)
  const since = heard ? standing.slice(standing.indexOf(heard) + 1) : standing
  return { knows: heard ? (heard.news ?? 'cancelled') : 'planned', last: standing.at(-1) ?? null, tries: since.length }
}
