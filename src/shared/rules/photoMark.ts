import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { latestOf, standingOf, uses } from './mayUse.ts'

type Agreement = Entity<'useAgreement'>
type Marked = Pick<Entity<'person'>, 'photo' | 'photoUntil'>

/**
 * The mark on somebody's row: it follows from what they agreed for pictures, where they were asked, and is never less strict than
 * their own (story 34). "yes" needs one use that holds; where none does any more, it is "no".
 */
export function photoMark(own: 'yes' | 'no' | undefined, personId: string, agreements: readonly Agreement[], today: PlainDate, child = false) {
  const asked = askedOf(personId, agreements)
  if (own === 'no' || asked.length === 0) return own
  return asked.some((one) => standingOf(one, today, child) === 'yes') ? 'yes' : 'no'
}

/**
 * The first day on which none of what holds today holds any more; null where one has no end, or none holds. It goes with the mark to every
 * laptop, as facilitators' have no agreements: so each knows by itself when the day has come, with or without a network.
 */
export function photoUntil(personId: string, agreements: readonly Agreement[], today: PlainDate, child = false): PlainDate | null {
  const ends = askedOf(personId, agreements).flatMap((one) => (standingOf(one, today, child) === 'yes' ? [one.expiresOn ?? null] : []))
  return ends.reduce((last, one) => (last === null || one === null ? null : one > last ? one : last), ends[0] ?? null)
}

function askedOf(personId: string, agreements: readonly Agreement[]): Agreement[] {
  return uses.flatMap((use) => latestOf(agreements, { personId, of: 'pictures' }, use) ?? [])
}

/** The mark as it stands on a day: a yes that has run out is a no, until they are asked again or say otherwise. */
export function photoOn({ photo, photoUntil: until }: Marked, today: PlainDate): 'yes' | 'no' | null {
  return photo === 'yes' && until && until <= today ? 'no' : (photo ?? null)
}
