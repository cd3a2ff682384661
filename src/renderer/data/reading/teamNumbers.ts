import type { NumbersView } from '../../workerLink/doorViews.ts'
import type { ViewContext } from './context.ts'

/** Numbers to ring that the lead keeps for the team. */
export function numbersView(context: ViewContext): NumbersView {
  const team = context.store.memory.get('team', context.store.opened.identity.team.id)
  return { dutyPhone: team?.dutyPhone || null, safeguarding: contact(team?.safeguarding), alternate: contact(team?.safeguardingAlternate) }
}

function contact(one: { name: string; phone: string } | undefined): { name: string; phone: string } | null {
  return one && (one.name || one.phone) ? one : null
}
