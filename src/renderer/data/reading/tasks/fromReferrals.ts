import { isUnanswered } from '../../../../shared/rules/referrals.ts'
import { daysBetween } from '../../../../shared/std/dates.ts'
import { caseRecords } from '../cases.ts'
import { crisisOf, standingReferrals } from '../referrals.ts'
import { aTask, type TaskSource } from './source.ts'

/** Referrals that nobody has answered. Everybody who takes cases sees them: who answers one has it. */
export const fromReferrals: TaskSource = {
  madeOf: caseRecords,
  async tasks(context) {
    const today = context.today()
    return (await standingReferrals(context))
      .filter((one) => isUnanswered(one.state))
      .map(({ referral }) =>
        aTask(context, referral.personId, {
          kind: crisisOf(referral).length > 0 ? 'crisis' : 'referral',
          key: referral.id,
          place: `referral/${referral.id}`,
          days: Math.max(0, daysBetween(referral.receivedOn, today)),
          text: referral.from?.trim() || null,
        }),
      )
  },
}
