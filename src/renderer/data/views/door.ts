import type { DoorViews } from '../../desk/doorViews.ts'
import type { ViewContext } from './context.ts'
import { concernsView, incidentsView, numbersView, pinnedView } from './happened.ts'
import { healthView, mustKnowView, newcomerView } from './know.ts'

type DoorAnswers = {
  [Name in keyof DoorViews]: (context: ViewContext, params: DoorViews[Name]['params']) => Promise<DoorViews[Name]['view']> | DoorViews[Name]['view']
}

/** Live questions about newcomers, health, incidents and concerns. */
export const doorAnswers: DoorAnswers = {
  mustKnow: (context, { sessionId }) => mustKnowView(context, sessionId),
  health: (context, { sessionId, personId }) => healthView(context, sessionId, personId),
  newcomer: (context, { sessionId, personId }) => newcomerView(context, sessionId, personId),
  incidents: (context, { sessionId }) => incidentsView(context, sessionId),
  concerns: (context) => concernsView(context),
  pinned: (context) => pinnedView(context),
  numbers: (context) => numbersView(context),
}
