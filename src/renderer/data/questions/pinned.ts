import { newestFirst } from '../../../shared/std/order.ts'
import type { PinnedView } from '../../workerLink/doorViews.ts'
import { arrivalOf, groupOfSession } from '../reading/arrival.ts'
import { mine, readable } from '../reading/concernsKnown.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What stands on Today until it has arrived. */
export const pinned = defineQuestion({
  early: true,
  afterLease: true,
  answer: (context) => pinnedView(context),
})

/** What must not be forgotten: reports that have not arrived, own concerns the lead has not read (stories 10, 11). */
function pinnedView(context: ViewContext): PinnedView {
  const onTheirWay = context.store.memory
    .list('incident')
    .sort(newestFirst)
    .flatMap((one) => {
      const { id, sessionId, kind, at } = one
      const state = arrivalOf(context, 'incident', id)
      return state === 'arrived' ? [] : [{ id, sessionId, group: groupOfSession(context, sessionId), kind, at, state }]
    })
  return {
    incidents: onTheirWay,
    concerns: mine(context).filter((one) => one.state !== 'read'),
    toRead: readable(context).filter((one) => !one.acknowledgedAt).length,
  }
}
