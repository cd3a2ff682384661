import type { Role } from '../records/colleague.ts'
import { addDays, type PlainDate } from '../std/dates.ts'

/** How long registers stay on a laptop (house 10.1), in days. */
const registerDays: Record<Role, number> = { facilitator: 366, linkWorker: 3 * 366, lead: 3 * 366 }

/** The first day whose registers a laptop of this role keeps. */
export function registersSince(role: Role, today: PlainDate): PlainDate {
  return addDays(today, -registerDays[role])
}

/** The first day of which a facilitator hears, of other groups' sessions, whether all are back (story 8: the alarm for the team). */
export function neighboursSince(today: PlainDate): PlainDate {
  return addDays(today, -1)
}
