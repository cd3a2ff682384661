import { nameOf } from '../../../shared/rules/names.ts'
import type { ViewContext } from '../reading/context.ts'
import { newestFirst } from '../reading/arrival.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The referrals of a person, newest first. */
export const referrals = defineQuestion({
  madeOf: ['referral', 'person', 'colleague'],
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => referralsView(context, personId),
})

async function referralsView(context: ViewContext, personId: string) {
  const person = context.store.memory.get('person', personId)
  if (!person) return null
  const all = (await context.store.linked('referral', 'personId', personId)).filter((one) => !one.voidedBecause)
  return {
    name: nameOf(person),
    referrals: all.sort(newestFirst).map(({ id, from, reason, at, byId }) => ({ id, from, reason, at, by: context.colleagueName(byId) ?? '' })),
  }
}
