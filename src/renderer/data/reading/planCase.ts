import type { Entity } from '../../../shared/records/index.ts'
import type { ViewContext } from './context.ts'

/** The case that somebody's plan and measures belong to: the open one, or else the last. */
export function caseOf(context: ViewContext, personId: string, episodeId?: string | null): Entity<'episode'> | null {
  const { memory } = context.store
  if (episodeId) return memory.get('episode', episodeId) ?? null
  const all = memory.linked('episode', 'personId', personId).filter((one) => !one.voidedBecause)
  const newest = all.sort((a, b) => b.number - a.number)
  return newest.find((one) => !one.closedOn) ?? newest[0] ?? null
}
