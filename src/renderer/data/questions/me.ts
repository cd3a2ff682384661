import type { MeView } from '../../workerLink/views.ts'
import type { ViewContext } from '../reading/context.ts'
import { partnerOf } from '../reading/partners.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who is signed in, and on which laptop. */
export const me = defineQuestion({
  madeOf: ['colleague', 'team', 'device', 'partnerAgreement'],
  early: true,
  afterLease: true,
  answer: (context) => meView(context),
})

function meView(context: ViewContext): MeView {
  const { identity } = context.store.opened
  const colleague = context.store.memory.get('colleague', identity.colleague.id)
  return {
    colleagueId: identity.colleague.id,
    name: colleague?.name ?? identity.colleague.name,
    role: colleague?.role ?? identity.colleague.role,
    team: context.store.memory.get('team', identity.team.id)?.name ?? identity.team.name,
    deviceName: context.deviceName(),
    partner: partnerOf(context, identity.colleague.id),
  }
}
