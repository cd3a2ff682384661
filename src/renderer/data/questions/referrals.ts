import type { ReferralsAsked, ReferralsView } from '../../workerLink/caseViews.ts'
import { isUnanswered } from '../../../shared/rules/referrals.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { plain } from '../../../shared/std/text.ts'
import { apartFor, apartOfIds } from '../reading/apart.ts'
import { caseRecords, ownerIdOf, ownersHere } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { crisisOf, referralRow, standingReferrals, type StandingReferral } from '../reading/referrals.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The inbox: what is to be answered first, with the days it waits (story 19). */
export const referrals = defineQuestion({
  madeOf: caseRecords,
  afterLease: false,
  answer: (context, asked: ReferralsAsked) => referralsView(context, asked),
})

async function referralsView(context: ViewContext, asked: ReferralsAsked): Promise<ReferralsView> {
  const all = await standingReferrals(context)
  const like = all.filter((one) => fits(context, one, asked)).sort(inTurn)
  const rows = like.slice(0, asked.most).map((one) => referralRow(context, one))
  const apart = apartOfIds(
    context,
    rows.map((one) => one.personId),
  )
  const froms = new Set(all.flatMap(({ referral }) => referral.from?.trim() || []))
  return {
    rows: rows.map((one) => ({ ...one, ...apartFor(apart, one.personId) })),
    total: like.length,
    unanswered: all.filter((one) => isUnanswered(one.state)).length,
    froms: [...froms].sort((a, b) => compareTexts(plain(a), plain(b))),
    owners: await ownersHere(context),
  }
}

function fits(context: ViewContext, { referral, state }: StandingReferral, { state: wanted, from, owner, text }: ReferralsAsked): boolean {
  if (wanted === 'unanswered' ? !isUnanswered(state) : wanted !== 'all' && wanted !== state) return false
  if (from && referral.from?.trim() !== from) return false
  if (owner) {
    const ownerId = referral.episodeId ? ownerIdOf(context, referral.episodeId) : null
    if (owner === 'nobody' ? ownerId !== null : ownerId !== owner) return false
  }
  return isNamed(context, referral.personId, text)
}

/** Whether what is typed stands in somebody's name. */
export function isNamed(context: ViewContext, personId: string, text: string): boolean {
  if (!text.trim()) return true
  const person = context.store.memory.get('person', personId)
  if (!person) return false
  const name = ` ${plain(`${nameOf(person)} ${person.givenName}`)}`
  return plain(text)
    .split(/\s+/)
    .every((word) => name.includes(` ${word}`))
}

const urgencies = { urgent: 0, soon: 1, routine: 2 } as const

/** What is not answered first: crisis, then urgency, then the longest wait. The answered ones by the day they came, the latest first. */
function inTurn(a: StandingReferral, b: StandingReferral): number {
  const [first, other] = [isUnanswered(a.state), isUnanswered(b.state)]
  if (first !== other) return first ? -1 : 1
  const byDay = compareTexts(`${a.referral.receivedOn} ${a.referral.id}`, `${b.referral.receivedOn} ${b.referral.id}`)
  return first ? rank(a) - rank(b) || byDay : -byDay
}

function rank({ referral }: StandingReferral): number {
  return crisisOf(referral).length > 0 ? -1 : urgencies[referral.urgency]
}
