import type { Entity } from '../../../shared/records/index.ts'
import type { ViewContext } from './context.ts'

/** Somebody's open case: they have one at a time. */
export function openCaseOf(context: ViewContext, personId: string): Entity<'episode'> | null {
  const open = context.store.memory.linked('episode', 'personId', personId).filter((one) => !one.closedOn && !one.voidedBecause)
  return open.sort((a, b) => b.number - a.number)[0] ?? null
}

/** Offers to somebody that nobody has taken back. */
export function offersTo(context: ViewContext, personId: string): Entity<'offer'>[] {
  return context.store.memory.linked('offer', 'personId', personId).filter((one) => !one.voidedBecause)
}
