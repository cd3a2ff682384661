import type { Entity } from '../../../shared/records/index.ts'
import type { GotThere } from '../../../shared/rules/gotThere.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { compareTexts, newestFirst } from '../../../shared/std/order.ts'
import type { OfferRow, OffersView } from '../../workerLink/matchViews.ts'
import { offersTo } from '../reading/offersTo.ts'
import type { ViewContext } from '../reading/context.ts'
import { gotThereBy } from '../reading/gotThere.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What somebody was offered, what they said, and whether they got there. */
export const offers = defineQuestion({
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => offersView(context, personId),
})

async function offersView(context: ViewContext, personId: string): Promise<OffersView | null> {
  const person = context.store.memory.get('person', personId)
  if (!person) return null
  const all = offersTo(context, personId).sort((a, b) => compareTexts(b.offeredOn, a.offeredOn) || newestFirst(a, b))
  const got = await gotThereBy(context, all)
  return { personId, name: nameOf(person), offers: all.map((one) => rowOf(context, one, got.get(one.id) ?? null)) }
}

function rowOf(context: ViewContext, one: Entity<'offer'>, got: GotThere | null): OfferRow {
  const { memory } = context.store
  const group = one.groupId ? memory.get('group', one.groupId) : undefined
  const service = one.serviceId ? memory.get('service', one.serviceId) : undefined
  return {
    offerId: one.id,
    groupId: one.groupId ?? null,
    serviceId: one.serviceId ?? null,
    what: group?.name ?? service?.name ?? null,
    state: one.state,
    offeredOn: one.offeredOn,
    answeredOn: one.answeredOn ?? null,
    because: one.because ?? null,
    becauseWords: one.becauseWords ?? '',
    firstOn: one.firstOn ?? null,
    meetAt: one.meetAt ?? '',
    goesAlongId: one.goesAlongId ?? null,
    goesAlong: context.colleagueName(one.goesAlongId),
    got,
  }
}
