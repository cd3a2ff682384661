import { firstName } from '../../../shared/rules/names.ts'
import { dateOf, type PlainDate } from '../../../shared/std/dates.ts'
import { oldestFirst } from '../../../shared/std/order.ts'
import type { Introduced } from '../../workerLink/views.ts'
import type { ViewContext } from './context.ts'
import type { Regulars } from './regulars.ts'

export type { Introduced } from '../../workerLink/views.ts'

/**
 * Who was introduced to a group and has not come before one date: who referred them and who they know, by first name, and nothing more
 * (story 23). Introductions of the group must be loaded before. Who has agreed to begin later is not told of yet.
 */
export function introducedTo(context: ViewContext, groupId: string, date: PlainDate, regulars: Regulars): ReadonlyMap<string, Introduced> {
  const told = context.store.memory
    .linked('introduction', 'groupId', groupId)
    .filter((one) => !one.voidedBecause && dateOf(one.at) <= date && (!one.firstOn || one.firstOn <= date) && regulars.times(one.personId) === 0)
    .sort(oldestFirst)
  const called = (id: string | null | undefined) => firstName(context.colleagueName(id) ?? '')
  return new Map(told.map((one) => [one.personId, { by: called(one.referredBy), knows: called(one.knowsId) || null }]))
}
