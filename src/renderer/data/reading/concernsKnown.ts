import { newestFirst } from '../../../shared/std/order.ts'
import type { OwnConcern } from '../../workerLink/doorViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import type { ViewContext } from './context.ts'
import { arrivalOf } from './arrival.ts'

export type Concern = Entity<'concern'>

/** How far a concern has come, for whoever wrote it. */
export function ownConcern(context: ViewContext, one: Concern): OwnConcern {
  const arrival = arrivalOf(context, 'concern', one.id)
  return { id: one.id, at: one.at, state: arrival !== 'arrived' ? arrival : one.acknowledgedAt ? 'read' : 'unread' }
}

/**
 * The rows of concerns that are there at least in outline: on a laptop that is not a lead's they have no words
 * (records/concern.ts), so they are no whole entities.
 */
export function concernsKnown(context: ViewContext): Concern[] {
  const rows = [...context.store.memory.rowsOf('concern')]
  return rows.flatMap(({ view }) => (view && typeof view.fields['at'] === 'string' ? [{ ...view.fields, id: view.id } as unknown as Concern] : []))
}

/** The concerns that whoever uses this laptop passed on, the latest first. */
export function mine(context: ViewContext): OwnConcern[] {
  const me = context.store.opened.identity.colleague.id
  return concernsKnown(context)
    .filter((one) => one.byId === me)
    .sort(newestFirst)
    .map((one) => ownConcern(context, one))
}

/** What a lead may read: concerns with their words that are not about them. The server does not send those; this asks again. */
export function readable(context: ViewContext): Concern[] {
  const me = context.store.opened.identity.colleague.id
  if (context.store.role() !== 'lead') return []
  return concernsKnown(context).filter((one) => one.what && one.aboutColleagueId !== me)
}
