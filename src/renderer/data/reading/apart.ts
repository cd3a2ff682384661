import type { Entity } from '../../../shared/records/index.ts'
import { apartOf, type Apart } from '../../../shared/rules/apart.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'

/** What tells people of one list apart who are drawn alike; most lists have none. */
export function apartIn(context: ViewContext, people: Iterable<Entity<'person'>>): Map<string, Apart> {
  return apartOf(people, (personId) => firstSignedUp(context, personId))
}

/** The same for people by their ids. */
export function apartOfIds(context: ViewContext, ids: Iterable<string>): Map<string, Apart> {
  return apartIn(
    context,
    [...ids].flatMap((id) => context.store.memory.get('person', id) ?? []),
  )
}

/** A row's share of it: rows of people with a name of their own stay as they were. */
export function apartFor(apart: ReadonlyMap<string, Apart>, personId: string): { apart?: Apart } {
  const theirs = apart.get(personId)
  return theirs ? { apart: theirs } : {}
}

function firstSignedUp(context: ViewContext, personId: string): PlainDate | null {
  const since = context.store.memory.linked('membership', 'personId', personId).map((one) => one.since)
  return since.sort()[0] ?? null
}
