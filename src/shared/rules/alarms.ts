import type { Occurrence } from './sessions.ts'
import { instantOf, minutesBetween, type Instant } from '../std/dates.ts'

/** An hour after its end a session that nobody closed or counted back is a worry (issue: alarm for the team). Minutes. */
const graceMinutes = 60

/** Older ones are unfinished paperwork, not people in the cold: Today lists them. Minutes. */
const worryMinutes = 24 * 60

/**
 * Whether this session needs somebody to ring: it began, it should have ended an hour ago, nobody has closed it and the
 * count back did not agree. @param counts whether the group counts heads; a café is only asked to close
 */
export function isOverdue({ session, date, end }: Occurrence, now: Instant): boolean {
  if (!session?.startedAt || session.closedAt || session.allBackAt) return false
  const late = minutesBetween(instantOf(date, end), now)
  return late >= graceMinutes && late < worryMinutes
}
