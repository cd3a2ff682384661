import type { ReferralRow } from '../../workerLink/caseViews.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { crisisIn } from '../../../shared/rules/crisis.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { clocksOf, referralStateOf, warningsOf, type ReferralState, type ReferralWarning } from '../../../shared/rules/referrals.ts'
import { isKnown, ownerIdOf } from './cases.ts'
import type { ViewContext } from './context.ts'

type Referral = Entity<'referral'>

/** A referral with where it stands. */
export interface StandingReferral {
  referral: Referral
  state: ReferralState
}

const standingMadeOf = ['referral', 'episode', 'caseContact', 'person'] as const satisfies readonly RecordName[]

/** Every referral that stands, worked out once until the next write. */
export function standingReferrals(context: ViewContext): Promise<StandingReferral[]> {
  return context.onceUntilTouched(
    'referrals',
    () => {
      const standing = context.store.memory.list('referral').filter((one) => !one.voidedBecause && isKnown(context, one.personId))
      return Promise.resolve(
        standing.map((referral) => ({
          referral,
          state: context.onceOfPerson(referral.personId, 'state', referral.id, () => stateOf(context, referral)),
        })),
      )
    },
    standingMadeOf,
  )
}

export function episodeOf(context: ViewContext, { episodeId }: Referral): Entity<'episode'> | undefined {
  return episodeId ? context.store.memory.get('episode', episodeId) : undefined
}

export function contactsFor(context: ViewContext, { episodeId }: Referral): Entity<'caseContact'>[] {
  return episodeId ? context.store.memory.linked('caseContact', 'episodeId', episodeId) : []
}

export function stateOf(context: ViewContext, referral: Referral): ReferralState {
  return referralStateOf(referral, episodeOf(context, referral), contactsFor(context, referral))
}

/** Words of crisis in everything that somebody wrote in a referral. Kept for as long as the referral stays as it is. */
export function crisisOf(referral: Referral): string[] {
  const kept =
    crises.get(referral) ??
    crisisIn([referral.reason, referral.wants, referral.history, referral.needsWords, referral.riskToPerson, referral.contactWords])
  crises.set(referral, kept)
  return kept
}
const crises = new WeakMap<Referral, string[]>()

/** Postcode districts that the team covers. */
export function districtsOf(context: ViewContext): readonly string[] {
  return context.store.memory.get('team', context.store.opened.identity.team.id)?.districts ?? []
}

export function warningsFor(context: ViewContext, referral: Referral): ReferralWarning[] {
  return warningsOf(referral, context.store.memory.get('person', referral.personId), districtsOf(context), context.today())
}

/** A referral as the inbox shows it. */
export function referralRow(context: ViewContext, { referral, state }: StandingReferral): ReferralRow {
  const person = context.store.memory.get('person', referral.personId)
  const ownerId = referral.episodeId ? ownerIdOf(context, referral.episodeId) : null
  return {
    referralId: referral.id,
    personId: referral.personId,
    name: person ? nameOf(person) : '',
    state,
    receivedOn: referral.receivedOn,
    answer: clocksOf(referral, episodeOf(context, referral), contactsFor(context, referral), context.today()).answer,
    urgency: referral.urgency,
    source: referral.source,
    from: referral.from?.trim() || null,
    needs: [...(referral.needs ?? []).map(needLabel), ...(referral.needsWords?.trim() ? [referral.needsWords.trim()] : [])],
    owner: ownerId ? (context.colleagueName(ownerId) ?? null) : null,
    crisis: crisisOf(referral).length > 0,
    warnings: warningsFor(context, referral),
  }
}
