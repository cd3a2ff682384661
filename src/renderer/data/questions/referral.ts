import type { ReferralView } from '../../workerLink/caseViews.ts'
import { openCaseOf } from '../../../shared/rules/cases.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { clocksOf, districtOf } from '../../../shared/rules/referrals.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { caseloadFigure, caseRecords, meId, ownerIdOf, ownersHere } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { contactsFor, crisisOf, episodeOf, stateOf, warningsFor } from '../reading/referrals.ts'
import { numbersView } from '../reading/teamNumbers.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One referral: everything that was said, and what is to be decided. */
export const referral = defineQuestion({
  madeOf: caseRecords,
  afterLease: false,
  answer: (context, { referralId }: { referralId: string }) => referralView(context, referralId),
})

async function referralView(context: ViewContext, referralId: string): Promise<ReferralView | null> {
  const { memory } = context.store
  const one = memory.get('referral', referralId)
  const person = one && memory.get('person', one.personId)
  if (!one || one.voidedBecause || !person) return null
  const open = openCaseOf(memory.linked('episode', 'personId', person.id))
  const owner = open && ownerIdOf(context, open.id)
  const { address } = person
  const numbers = numbersView(context)
  return {
    referralId,
    personId: person.id,
    name: nameOf(person),
    state: stateOf(context, one),
    clocks: clocksOf(one, episodeOf(context, one), contactsFor(context, one), context.today()),
    receivedOn: one.receivedOn,
    source: one.source,
    from: one.from || null,
    odsCode: one.odsCode || null,
    referrer: one.referrer || null,
    referrerRole: one.referrerRole || null,
    referrerContact: one.referrerContact || null,
    reason: one.reason || null,
    needs: (one.needs ?? []).map(needLabel),
    needsWords: one.needsWords || null,
    wants: one.wants || null,
    history: one.history || null,
    urgency: one.urgency,
    agreed: one.agreed,
    contactBy: one.contactBy ?? null,
    contactWords: one.contactWords || null,
    accessNeeds: person.accessNeeds || null,
    interpreter: person.interpreter || null,
    riskToPerson: one.riskToPerson || null,
    riskToStaff: one.riskToStaff || null,
    bornOn: person.bornOn ?? null,
    ageBand: person.ageBand ?? null,
    nhsNumber: person.nhsNumber || null,
    phone: person.phone || null,
    email: person.email || null,
    address: [address?.lines, address?.town, address?.postcode].filter(Boolean).join(', ') || null,
    district: address?.postcode ? districtOf(address.postcode) : null,
    warnings: warningsFor(context, one),
    crisis: crisisOf(one),
    safeguarding: numbers.safeguarding,
    decidedBecause: one.decidedBecause ?? null,
    decidedAt: one.decidedAt ?? null,
    decidedBy: context.colleagueName(one.decidedBy) ?? null,
    episodeId: one.episodeId ?? null,
    open: open && { episodeId: open.id, owner: owner ? (context.colleagueName(owner) ?? null) : null },
    others: memory
      .linked('referral', 'personId', person.id)
      .filter((other) => other.id !== referralId && !other.voidedBecause)
      .sort((a, b) => compareTexts(`${b.receivedOn} ${b.id}`, `${a.receivedOn} ${a.id}`))
      .map((other) => ({ referralId: other.id, receivedOn: other.receivedOn, state: stateOf(context, other) })),
    owners: await ownersHere(context),
    figure: caseloadFigure(context),
    meId: meId(context),
  }
}
