import type { Entity } from '../records/index.ts'
import { addMonths, dateOf, type PlainDate } from '../std/dates.ts'
import { oldestFirst } from '../std/order.ts'

/** A declaration holds for 12 months (story 7). */
const monthsValid = 12

/** The declaration that holds: the latest by its own time (domain 10.5). */
export function latestDeclaration(all: readonly Entity<'declaration'>[]): Entity<'declaration'> | null {
  const standing = all.filter((one) => !one.voidedBecause)
  return standing.sort(oldestFirst).at(-1) ?? null
}

/** missing: none yet; ended: 12 months are over; ask: holds, and "anything changed?" is still to ask today. */
export type DeclarationState = 'missing' | 'ended' | 'ask' | 'today'

/** Where somebody stands with their declaration on a day. */
export function declarationState(latest: Entity<'declaration'> | null, today: PlainDate): DeclarationState {
  if (!latest) return 'missing'
  if (endsOn(latest) <= today) return 'ended'
  return dateOf(latest.at) === today ? 'today' : 'ask'
}

/** The first day on which it no longer holds, reckoned from the day on which the questions were asked in full. */
export function endsOn(declaration: Entity<'declaration'>): PlainDate {
  return addMonths(dateOf(declaration.askedAt ?? declaration.at), monthsValid)
}
