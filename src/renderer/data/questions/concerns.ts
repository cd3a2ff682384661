import { newestFirst, oldestFirst } from '../../../shared/std/order.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { ConcernsView, ConcernView } from '../../workerLink/doorViews.ts'
import { groupOfSession } from '../reading/arrival.ts'
import { type Concern, mine, readable } from '../reading/concernsKnown.ts'
import type { ViewContext } from '../reading/context.ts'
import { numbersView } from '../reading/teamNumbers.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Concerns that were passed on. */
export const concerns = defineQuestion({
  afterLease: true,
  overLease: (all: ConcernsView) => ({ ...all, toRead: null }), // others’ concerns wait too; passing one on does not
  answer: (context) => concernsView(context),
})

/** Concerns: one's own in outline; all of them with their words for a lead. */
function concernsView(context: ViewContext): ConcernsView {
  const all = readable(context)
  const first = all.filter((one) => !one.addsTo).sort(newestFirst)
  const toRead = first.map((one) =>
    concernView(
      context,
      one,
      all.filter((more) => more.addsTo === one.id),
    ),
  )
  return { numbers: numbersView(context), mine: mine(context), toRead: context.store.role() === 'lead' ? toRead : null }
}

function concernView(context: ViewContext, one: Concern, more: readonly Concern[]): ConcernView {
  const person = one.personId ? context.store.memory.get('person', one.personId) : undefined
  const said = ({ id, at, byId, what, told }: Concern) => ({ id, at, by: context.colleagueName(byId) ?? '', what, told })
  return {
    ...said(one),
    person: person ? nameOf(person) : null,
    who: one.who ?? null,
    aboutColleague: context.colleagueName(one.aboutColleagueId),
    inDanger: one.inDanger ?? false,
    group: groupOfSession(context, one.sessionId) || null,
    acknowledged: one.acknowledgedAt ? { at: one.acknowledgedAt, by: context.colleagueName(one.acknowledgedBy) ?? '' } : null,
    unread: [one, ...more].filter((each) => !each.acknowledgedAt).map((each) => each.id),
    more: [...more].sort(oldestFirst).map(said),
  }
}
