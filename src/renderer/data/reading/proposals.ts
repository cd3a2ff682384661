import type { Decision, ProposalRow, ProposalView } from '../../workerLink/gapViews.ts'
import { keyOf, openValues } from '../../../shared/changes/row.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { mayBeAsked } from '../../../shared/rules/gaps.ts'
import { masked } from '../../../shared/rules/smallNumbers.ts'
import { hopesMet, missingOf, pilotFacts, pilotUntil, stageOf, type PilotFacts } from '../../../shared/rules/proposals.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'
import { peopleOf, survivors } from './gaps.ts'

type Proposal = Entity<'proposal'>

/** Every proposal, those that wait for somebody first. */
export function proposalsView(context: ViewContext): ProposalRow[] {
  const order = ['proposed', 'review', 'idea', 'pilot', 'approved', 'working', 'stopped', 'refused']
  return context.store.memory
    .list('proposal')
    .filter((one) => !one.voidedBecause)
    .sort(newestFirst)
    .map((one) => ({
      proposalId: one.id,
      name: one.name,
      need: one.need,
      place: one.place,
      stage: stageOf(one, context.today()),
      by: context.colleagueName(one.byId),
      at: one.at,
    }))
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
}

/** One proposal whole, or null where it is not on this laptop. */
export async function proposalView(context: ViewContext, proposalId: string): Promise<ProposalView | null> {
  const { memory } = context.store
  const proposal = memory.get('proposal', proposalId)
  if (!proposal || proposal.voidedBecause) return null
  const row = memory.row(keyOf('proposal', proposalId))?.view
  const aims = row ? openValues(row, 'aim').flatMap(({ value }) => (typeof value === 'string' && value ? [value] : [])) : []
  const facts = await factsOf(context, proposal)
  const gaps = memory.list('gap')
  const survivor = survivors(context)
  const standing = new Set(
    proposal.gapIds.filter((id) => memory.get('gap', id)?.voidedBecause === undefined || memory.get('gap', id)?.voidedBecause === null),
  )
  const who = gaps.filter((one) => standing.has(one.id)).map((one) => (one.personId ? survivor(one.personId) : one.id))
  return {
    proposal,
    aims: [...new Set(aims)],
    stage: stageOf(proposal, context.today()),
    missing: missingOf(proposal),
    venue: (proposal.venueId && memory.get('venue', proposal.venueId)?.name) || null,
    leader: context.colleagueName(proposal.leaderId),
    people: masked(new Set(who).size),
    log: logOf(context, proposal),
    pilotUntil: pilotUntil(proposal),
    group: groupOf(context, proposal),
    facts,
    met: facts && hopesMet(facts, proposal),
    first: peopleOf(context, mayBeAsked(proposal.gapIds, gaps, survivor)),
  }
}

function groupOf(context: ViewContext, { groupId }: Proposal): ProposalView['group'] {
  const group = groupId ? context.store.memory.get('group', groupId) : undefined
  if (!group) return null
  const venue = (group.venueId && context.store.memory.get('venue', group.venueId)?.name) || null
  return { groupId: group.id, name: group.name, state: group.state, venue }
}

/** Who decided what, when and why, the oldest first. */
function logOf(context: ViewContext, one: Proposal): Decision[] {
  const by = (id: string | null | undefined) => context.colleagueName(id)
  const decided = one.state === 'refused' ? 'refused' : 'approved'
  return [
    { what: 'proposed', at: one.at, by: by(one.byId), because: null },
    ...(one.decidedAt ? [{ what: decided, at: one.decidedAt, by: by(one.decidedBy), because: one.decidedBecause ?? null } as const] : []),
    ...(one.endedAt && (one.state === 'working' || one.state === 'stopped')
      ? [{ what: one.state, at: one.endedAt, by: by(one.endedBy), because: one.endedBecause ?? null } as const]
      : []),
  ]
}

/** What came of the pilot up to today; null before it has begun. */
async function factsOf(context: ViewContext, one: Proposal): Promise<PilotFacts | null> {
  const today = context.today()
  const until = pilotUntil(one)
  if (!one.groupId || !one.pilotFrom || !until || one.pilotFrom > today) return null
  const planned = context.agenda.ofGroup(one.groupId, one.pilotFrom, until < today ? until : today)
  const cancelled = planned.filter((session) => session.session?.cancelledBecause)
  const came = await context.cameTo(planned.filter((session) => !cancelled.includes(session)).map((session) => session.sessionId))
  const held = [...came.values()].filter((who) => who.size > 0)
  return pilotFacts(held, cancelled.length, survivors(context))
}
